import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { audienceKinds } from '@mozhou/contracts/coupons/kinds'
import type { CouponAudience } from '@mozhou/contracts/coupons/terms'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useQuery } from '@mozhou/ui/api/use-query'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { audienceSize, couponsKey } from './queries.ts'
import { useI18n } from './words.ts'

interface Values {
  audienceKind: (typeof audienceKinds)[number]
  audienceDays: number
  note: string
}

/** One for everybody of an audience: it goes on by itself, and can be watched and stopped. */
export function BulkDialog(props: { coupon: CouponRowDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const audienceOf = ({ audienceKind, audienceDays }: Values) =>
    audienceKind === 'new' ? { kind: 'new' as const, days: audienceDays } : { kind: audienceKind }
  const toInput = (values: Values) => {
    const asked = { couponId: props.coupon.id, audience: audienceOf(values), note: values.note }
    return { ...asked, requestKey: keys.keyFor(asked) }
  }
  const form = createForm<Values>({
    initial: untrack(() => {
      const { audience } = props.coupon
      return { audienceKind: audience.kind, audienceDays: audience.kind === 'new' ? audience.days : 30, note: '' }
    }),
    toInput,
    schema: () => import('@mozhou/contracts/coupons/admin-inputs').then((module) => module.startIssueInput),
  })
  const start = useMutation(() => ({
    mutationFn: (values: Values) => api.coupons.startIssue.mutate(toInput(values)),
    onSuccess: async () => {
      keys.answered()
      toastSuccess({ title: t('coupons.bulkStarted') })
      props.onClose()
      await client.invalidateQueries({ queryKey: couponsKey })
    },
    onError: (cause: unknown) => {
      keys.failed(cause)
      form.showIssues(toShownError(cause).fields)
    },
  }))
  const wrongNote = () => {
    const issue = form.issue('note')
    return issue && fieldIssue(t('coupons.note'), issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !start.isPending) start.mutate(values)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={`${t('coupons.bulk')} · ${props.coupon.name}`}
      description={t('coupons.bulkHint')}
      action={t('coupons.bulkAction')}
      isPending={start.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('coupons.audience')}>
          <Segmented
            value={form.values().audienceKind}
            onValueChange={(kind) => form.set('audienceKind', kind)}
            options={audienceKinds.map((value) => ({ value, label: t(`coupons.audienceKindOf.${value}`) }))}
          />
        </Field>
        <Show when={form.values().audienceKind === 'new'}>
          <Field label={t('coupons.audienceDays')}>
            <NumberInput
              value={form.values().audienceDays}
              onValueChange={(days) => form.set('audienceDays', days)}
              min={1}
              max={365}
            />
          </Field>
        </Show>
        <Reach coupon={props.coupon} audience={audienceOf(form.values())} />
        <Field label={t('coupons.note')} error={wrongNote()} isRequired>
          <TextInput value={form.values().note} onValueChange={(note) => form.set('note', note)} />
        </Field>
        <Refusal error={start.error} />
      </div>
    </ConfirmDialog>
  )
}

/** For how many people it is, beside how many are left: said before the press. */
export function Reach(props: { coupon: Pick<CouponRowDto, 'issued' | 'totalLimit'>; audience: CouponAudience }) {
  const { t, number } = useI18n()
  const size = useQuery(() => audienceSize(props.audience))
  const left = () => props.coupon.totalLimit - props.coupon.issued
  return (
    <Show when={size.data}>
      {(people) => (
        <Notice tone={people() > left() ? 'warning' : 'info'}>
          {people() > left()
            ? t('coupons.bulkShort', number(people()), number(left()))
            : t('coupons.bulkPeople', number(people()), number(left()))}
        </Notice>
      )}
    </Show>
  )
}
