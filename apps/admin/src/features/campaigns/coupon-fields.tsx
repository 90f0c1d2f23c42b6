import { couponMoments } from '@mozhou/contracts/campaigns/kinds'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Show } from 'solid-js'
import type { RuleFields as Fields } from './campaign-form-values.ts'
import { givableCoupons } from './queries.ts'
import { useI18n } from './words.ts'

interface CouponFieldsProps {
  /** As typed: more pieces than are left of the coupon nobody is given. */
  budget: string
  value: Fields
  set: <Name extends keyof Fields>(name: Name, value: Fields[Name]) => void
  error: string | null | undefined
}

/** Which coupon a campaign gives, and when. */
export function CouponFields(props: CouponFieldsProps) {
  const { t, number } = useI18n()
  const coupons = useQuery(() => givableCoupons())
  const label = ({ name, issued, totalLimit }: CouponRowDto) =>
    t('campaigns.couponLeft', name, number(totalLimit - issued))
  const options = () => [
    { value: '', label: t('campaigns.couponNone') },
    ...(coupons.data ?? []).map((row) => ({ value: row.id, label: label(row) })),
  ]
  const chosen = () => coupons.data?.find(({ id }) => id === props.value.couponId)
  const short = () => {
    const row = chosen()
    const left = row ? row.totalLimit - row.issued : null
    return left !== null && Number(props.budget) > left ? left : null
  }
  return (
    <>
      <Field label={t('campaigns.coupon')} hint={t('campaigns.couponHint')} error={props.error} isRequired>
        <Select
          label={t('campaigns.coupon')}
          value={props.value.couponId}
          onValueChange={(couponId) => props.set('couponId', couponId)}
          options={options()}
        />
      </Field>
      <Refusal error={coupons.error} />
      <Show when={short() !== null}>
        <Notice tone="warning">{t('campaigns.couponShort', number(short() ?? 0))}</Notice>
      </Show>
      <Field label={t('campaigns.couponAt')}>
        <Segmented
          value={props.value.couponAt}
          onValueChange={(at) => props.set('couponAt', at)}
          options={couponMoments.map((value) => ({ value, label: t(`campaigns.couponAtOf.${value}`) }))}
        />
      </Field>
    </>
  )
}
