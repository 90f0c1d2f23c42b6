import { useQuery } from '@mozhou/ui/api/use-query'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import type { Form } from '@mozhou/ui/forms/create-form'
import { couponsOnOffer } from './queries.ts'
import { RuleNumber } from './rule-number.tsx'
import type { RuleValues } from './rule-values.ts'
import { useI18n } from './words.ts'

/** Which coupon rebates are given as, and what one of them stands for; asked for where they are coupons. */
export function RuleCoupon(props: { form: Form<RuleValues> }) {
  const { t, number, fieldIssue } = useI18n()
  const coupons = useQuery(() => couponsOnOffer())
  const wrong = () => {
    const issue = props.form.issue('couponId')
    return issue && fieldIssue(t('rebateRules.coupon'), issue)
  }
  const options = () =>
    (coupons.data?.items ?? []).map(({ id, name, issued, totalLimit }) => ({
      value: id,
      label: name,
      description: t('rebateRules.couponLeft', number(totalLimit - issued)),
    }))
  return (
    <>
      <Field label={t('rebateRules.coupon')} hint={t('rebateRules.couponHint')} error={wrong()} isRequired>
        <Select
          value={props.form.values().couponId}
          onValueChange={(id) => props.form.set('couponId', id)}
          options={options()}
          placeholder={t(coupons.data?.items.length === 0 ? 'rebateRules.noCoupons' : 'rebateRules.chooseCoupon')}
        />
      </Field>
      <RuleNumber
        form={props.form}
        name="couponCredits"
        label={t('rebateRules.couponCredits')}
        hint={t('rebateRules.couponCreditsHint')}
        unit={t('rebateRules.creditsUnit')}
      />
    </>
  )
}
