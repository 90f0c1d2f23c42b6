import type { OrderDetailDto } from '@mozhou/contracts/orders/admin-answers'
import type { AbnormalResolution } from '@mozhou/contracts/orders/kinds'
import { toShownError } from '@mozhou/ui/api/wire-error'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { ordersKey } from './queries.ts'
import { useI18n } from './words.ts'

/** A decision about an order that needed one, with its reason; what it moves is said before it is pressed. */
export function ResolveDialog(props: { order: OrderDetailDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const [resolution, setResolution] = createSignal<AbnormalResolution>(
    untrack(() => props.order.possibleResolutions[0] ?? 'seen'),
  )
  const form = createForm({
    initial: { note: '' },
    toInput: ({ note }) => ({ orderId: props.order.id, resolution: resolution(), note }),
    schema: () => import('@mozhou/contracts/orders/admin-inputs').then((module) => module.resolveOrderInput),
  })
  const resolve = useMutation(() => ({
    mutationFn: (note: string) =>
      api.orders.resolve.mutate({ orderId: props.order.id, resolution: resolution(), note }),
    onSuccess: async () => {
      toastSuccess({ title: t('orders.resolved') })
      props.onClose()
      await client.invalidateQueries({ queryKey: ordersKey })
    },
    onError: (cause: unknown) => form.showIssues(toShownError(cause).fields),
  }))
  const wrong = () => {
    const issue = form.issue('note')
    return issue && fieldIssue(t('orders.note'), issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !resolve.isPending) resolve.mutate(values.note)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('orders.resolveTitle')}
      description={t(`orders.resolutionHintOf.${resolution()}`)}
      action={t('orders.resolve')}
      isDanger={resolution() === 'refund' || resolution() === 'refund_again'}
      isPending={resolve.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('orders.resolution')}>
          <Segmented<AbnormalResolution>
            value={resolution()}
            onValueChange={setResolution}
            options={props.order.possibleResolutions.map((value) => ({
              value,
              label: t(`orders.resolutionOf.${value}`),
            }))}
          />
        </Field>
        <Field label={t('orders.note')} error={wrong()} isRequired>
          <TextArea
            placeholder={t('orders.notePlaceholder')}
            value={form.values().note}
            onValueChange={(note) => form.set('note', note)}
          />
        </Field>
        <Refusal error={resolve.error} />
      </div>
    </ConfirmDialog>
  )
}
