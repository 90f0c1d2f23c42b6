import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { imagePricesKey } from './queries.ts'
import type { PriceLine } from './queries.ts'
import { usePriceName } from './use-price-name.ts'
import { useI18n } from './words.ts'

/** As the API's input calls them, so that its refusals land at their box. */
const creditsField = 'prices.0.credits'
type Box = typeof creditsField | 'reason'

/** Another price for one tool, from now on: what it is and what it becomes stand on the button. */
export function PriceDialog(props: { price: PriceLine; onClose: () => void }) {
  const { t, number, fieldIssue } = useI18n()
  const client = useQueryClient()
  const { tool, quality, credits: before } = untrack(() => props.price)
  const name = usePriceName()({ tool, quality })
  const form = createForm<Record<Box, string>>({
    initial: { [creditsField]: '', reason: '' },
    toInput: (values) => ({ prices: [priceOf(values)], reason: values.reason }),
    schema: () => import('@mozhou/contracts/images/inputs').then((module) => module.imagePricesInput),
  })
  const typed = () => form.values()[creditsField].trim()
  const priceOf = (values: Record<Box, string>) => {
    const text = values[creditsField].trim()
    return { tool, quality, before, credits: text === '' ? undefined : Number(text) }
  }
  const change = useMutation(() => ({
    mutationFn: ({ credits, reason }: { credits: number; reason: string }) =>
      api.images.setPrices.mutate({ prices: [{ tool, quality, before, credits }], reason }),
    onSuccess: (_rows, { credits }) => {
      toastSuccess({ title: t('imagePrices.changed', name, number(credits)) })
      props.onClose()
    },
    onError: (cause: unknown) => form.showIssues(refusalIssues(cause)),
    // Somebody else may have changed it: what the table shows is read again either way.
    onSettled: () => client.invalidateQueries({ queryKey: imagePricesKey }),
  }))
  const wrong = (box: Box, label: string) => {
    const issue = form.issue(box)
    return issue && fieldIssue(label, issue)
  }
  const creditsWrong = () => wrong(creditsField, t('imagePrices.credits'))
  const reasonWrong = () => wrong('reason', t('imagePrices.reason'))
  const isSame = () => typed() !== '' && Number(typed()) === before
  const isChange = () => /^\d+$/.test(typed()) && !isSame()
  async function confirm() {
    if (isSame()) return
    const values = await form.check()
    if (values && !change.isPending) change.mutate({ credits: Number(values[creditsField]), reason: values.reason })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('imagePrices.changeTitle', name)}
      description={t('imagePrices.changeHint')}
      action={isChange() ? t('imagePrices.saveTo', number(before), number(Number(typed()))) : t('imagePrices.save')}
      isPending={change.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <p class="text-sm text-ink-2 tabular-nums">{t('imagePrices.now', number(before))}</p>
        <Field label={t('imagePrices.credits')} error={isSame() ? t('imagePrices.same') : creditsWrong()} isRequired>
          <TextInput
            name="credits"
            inputMode="numeric"
            value={form.values()[creditsField]}
            onValueChange={(credits) => form.set(creditsField, credits)}
          />
        </Field>
        <Field label={t('imagePrices.reason')} error={reasonWrong()} isRequired>
          <TextInput
            name="reason"
            placeholder={t('imagePrices.reasonPlaceholder')}
            value={form.values().reason}
            onValueChange={(reason) => form.set('reason', reason)}
          />
        </Field>
        <Show when={!creditsWrong() && !reasonWrong()}>
          <Refusal error={change.error} />
        </Show>
      </div>
    </ConfirmDialog>
  )
}
