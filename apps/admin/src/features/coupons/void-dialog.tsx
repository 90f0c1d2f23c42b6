import type { UserCouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { couponsKey } from './queries.ts'
import { useI18n } from './words.ts'

/** Takes a coupon from a person, with a reason that is kept. */
export function VoidDialog(props: { row: UserCouponRowDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const toInput = ({ reason }: { reason: string }) => ({ ids: [props.row.id], reason })
  const form = createForm({
    initial: { reason: '' },
    toInput,
    schema: () => import('@mozhou/contracts/coupons/admin-inputs').then((module) => module.voidCouponsInput),
  })
  const save = useMutation(() => ({
    mutationFn: (values: { reason: string }) => api.coupons.void.mutate(toInput(values)),
    onSuccess: async ({ waiting }) => {
      toastSuccess({ title: t(waiting > 0 ? 'coupons.voidWaits' : 'coupons.voided') })
      props.onClose()
      await client.invalidateQueries({ queryKey: couponsKey })
    },
    onError: (cause: unknown) => form.showIssues(toShownError(cause).fields),
  }))
  const wrong = () => {
    const issue = form.issue('reason')
    return issue && fieldIssue(t('coupons.reason'), issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !save.isPending) save.mutate(values)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('coupons.voidTitle', `${props.row.name} · ${props.row.person.username}`)}
      description={t('coupons.voidHint')}
      action={t('coupons.void')}
      isDanger
      isPending={save.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('coupons.reason')} error={wrong()} isRequired>
          <TextInput value={form.values().reason} onValueChange={(reason) => form.set('reason', reason)} />
        </Field>
        <Refusal error={save.error} />
      </div>
    </ConfirmDialog>
  )
}
