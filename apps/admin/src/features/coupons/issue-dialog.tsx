import type { CouponRowDto, IssuedDto } from '@mozhou/contracts/coupons/admin-answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { couponsKey } from './queries.ts'
import { useI18n } from './words.ts'

interface Values {
  people: string
  note: string
}

const linesOf = (text: string) =>
  text
    .split(/[\s,，;；]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Gives a coupon to people by name; who did not get one is shown with the reason. */
export function IssueDialog(props: { coupon: CouponRowDto; onClose: () => void }) {
  const { t, number, fieldIssue } = useI18n()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const [missed, setMissed] = createSignal<IssuedDto['people']>([])
  const toInput = ({ people, note }: Values) => {
    const asked = { couponId: props.coupon.id, people: linesOf(people), note }
    return { ...asked, requestKey: keys.keyFor(asked) }
  }
  const form = createForm<Values>({
    initial: { people: '', note: '' },
    toInput,
    schema: () => import('@mozhou/contracts/coupons/admin-inputs').then((module) => module.issueCouponInput),
  })
  const issue = useMutation(() => ({
    mutationFn: (values: Values) => api.coupons.issue.mutate(toInput(values)),
    onSuccess: async ({ issued, people }) => {
      keys.answered()
      toastSuccess({ title: t('coupons.issuedToast', number(issued)) })
      const left = people.filter(({ outcome }) => outcome !== 'issued')
      setMissed(left)
      if (left.length === 0) props.onClose()
      await client.invalidateQueries({ queryKey: couponsKey })
    },
    onError: (cause: unknown) => {
      keys.failed(cause)
      form.showIssues(toShownError(cause).fields)
    },
  }))
  const wrong = (name: keyof Values, label: string) => {
    const found = form.issue(name)
    return found && fieldIssue(label, found)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !issue.isPending) issue.mutate(values)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={`${t('coupons.issue')} · ${props.coupon.name}`}
      description={t('coupons.issueHint')}
      action={t('coupons.issueAction')}
      isPending={issue.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('coupons.people')} error={wrong('people', t('coupons.people'))} isRequired>
          <TextArea rows={5} value={form.values().people} onValueChange={(people) => form.set('people', people)} />
        </Field>
        <Field label={t('coupons.note')} error={wrong('note', t('coupons.note'))} isRequired>
          <TextInput value={form.values().note} onValueChange={(note) => form.set('note', note)} />
        </Field>
        <Show when={missed().length > 0}>
          <Notice tone="warning" title={t('coupons.notIssued')}>
            <ul class="flex flex-col gap-0.5">
              <For each={missed()}>
                {({ person, outcome }) => (
                  <li class="wrap-anywhere">
                    {person} · {t(`coupons.outcomeOf.${outcome}`)}
                  </li>
                )}
              </For>
            </ul>
          </Notice>
        </Show>
        <Refusal error={issue.error} />
      </div>
    </ConfirmDialog>
  )
}
