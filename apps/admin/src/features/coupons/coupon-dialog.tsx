import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { emptyCoupon, toLaterChanges, toTerms, toValues } from './coupon-values.ts'
import type { CouponValues } from './coupon-values.ts'
import { couponsKey } from './queries.ts'
import { TermsFields } from './terms-fields.tsx'
import { useI18n } from './words.ts'

/** A new draft, or what may be changed of a coupon as it stands. */
export function CouponDialog(props: { coupon: CouponRowDto | null; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const isDraft = () => props.coupon === null || props.coupon.status === 'draft'
  const termsOf = (values: CouponValues) => (isDraft() ? toTerms(values) : toLaterChanges(values))
  const form = createForm<CouponValues>({
    initial: untrack(() => (props.coupon === null ? emptyCoupon : toValues(props.coupon))),
    toInput: (values) =>
      props.coupon === null
        ? toTerms(values)
        : { couponId: props.coupon.id, version: props.coupon.version, ...termsOf(values) },
    schema: async () => {
      const { createCouponInput, updateCouponInput } = await import('@mozhou/contracts/coupons/admin-inputs')
      return props.coupon === null ? createCouponInput : updateCouponInput
    },
  })
  const save = useMutation(() => ({
    mutationFn: (values: CouponValues): Promise<CouponRowDto> =>
      props.coupon === null
        ? api.coupons.create.mutate(toTerms(values))
        : api.coupons.update.mutate({
            couponId: props.coupon.id,
            version: props.coupon.version,
            ...termsOf(values),
          }),
    onSuccess: async () => {
      toastSuccess({ title: t('coupons.saved') })
      props.onClose()
      await client.invalidateQueries({ queryKey: couponsKey })
    },
    onError: (cause: unknown) => form.showIssues(refusalIssues(cause)),
  }))
  /** Boxes of what is a union in the schema lie deeper than their names. */
  const wrong = (path: string, label: string): string | null => {
    const own = (['name', 'description', 'totalLimit', 'perPersonLimit'] as const).map((name) => form.issue(name))
    const issue = [...form.strayIssues(), ...own].find((found) => found?.path === path)
    return issue ? fieldIssue(label, issue) : null
  }
  const hint = () => {
    if (props.coupon === null) return t('coupons.createHint')
    return t(isDraft() ? 'coupons.editDraftHint' : 'coupons.editActiveHint')
  }
  async function confirm() {
    const values = await form.check()
    if (values && !save.isPending) save.mutate(values)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={props.coupon === null ? t('coupons.createTitle') : t('coupons.editTitle', props.coupon.name)}
      description={hint()}
      action={t('ui.save')}
      isPending={save.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Field label={t('coupons.name')} error={wrong('name', t('coupons.name'))} isRequired>
          <TextInput value={form.values().name} onValueChange={(name) => form.set('name', name)} />
        </Field>
        <Field label={t('coupons.description')} error={wrong('description', t('coupons.description'))}>
          <TextArea
            rows={2}
            maxLength={300}
            value={form.values().description}
            onValueChange={(description) => form.set('description', description)}
          />
        </Field>
        <Show when={isDraft()}>
          <TermsFields form={form} wrong={wrong} />
        </Show>
        <div class="grid gap-4 sm:grid-cols-2">
          <Field label={t('coupons.totalLimit')} error={wrong('totalLimit', t('coupons.totalLimit'))}>
            <NumberInput
              value={form.values().totalLimit}
              onValueChange={(count) => form.set('totalLimit', count)}
              min={1}
              max={10_000_000}
            />
          </Field>
          <Field label={t('coupons.perPersonLimit')} error={wrong('perPersonLimit', t('coupons.perPersonLimit'))}>
            <NumberInput
              value={form.values().perPersonLimit}
              onValueChange={(count) => form.set('perPersonLimit', count)}
              min={1}
              max={100}
            />
          </Field>
        </div>
        <Switch
          isOn={form.values().isClaimable}
          onChange={(isOn) => form.set('isClaimable', isOn)}
          label={t('coupons.isClaimable')}
          hint={t('coupons.isClaimableHint')}
        />
        <Refusal error={save.error} />
      </div>
    </ConfirmDialog>
  )
}
