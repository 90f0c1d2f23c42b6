import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { Match, Show, Switch } from 'solid-js'
import type { RuleFields as Fields } from './campaign-form-values.ts'
import { CouponFields } from './coupon-fields.tsx'
import { ReferralFields } from './referral-fields.tsx'
import { useI18n } from './words.ts'

const withGiftDays: readonly Fields['kind'][] = ['claim_gift', 'signup_gift', 'check_in']

interface RuleFieldsProps {
  value: Fields
  budget: string
  onChange: (value: Fields) => void
  error: string | null | undefined
}

/** The boxes of one kind of campaign. */
export function RuleFields(props: RuleFieldsProps) {
  const { t } = useI18n()
  const set = <Name extends keyof Fields>(name: Name, value: Fields[Name]) =>
    props.onChange({ ...props.value, [name]: value })
  return (
    <div class="flex flex-col gap-4">
      <Switch>
        <Match when={props.value.kind === 'claim_gift' || props.value.kind === 'signup_gift'}>
          <Field label={t('campaigns.credits')} error={props.error} isRequired>
            <TextInput
              inputMode="numeric"
              value={props.value.credits}
              onValueChange={(credits) => set('credits', credits)}
            />
          </Field>
        </Match>
        <Match when={props.value.kind === 'check_in'}>
          <Field label={t('campaigns.table')} hint={t('campaigns.tableHint')} error={props.error} isRequired>
            <TextInput value={props.value.table} onValueChange={(table) => set('table', table)} />
          </Field>
          <Field label={t('campaigns.after')}>
            <Segmented
              value={props.value.after}
              onValueChange={(after) => set('after', after)}
              options={(['repeat', 'stay'] as const).map((value) => ({
                value,
                label: t(`campaigns.afterOf.${value}`),
              }))}
            />
          </Field>
          <Field label={t('campaigns.milestones')} hint={t('campaigns.milestonesHint')}>
            <TextArea value={props.value.milestones} onValueChange={(milestones) => set('milestones', milestones)} />
          </Field>
        </Match>
        <Match when={props.value.kind === 'recharge_offer'}>
          <Field label={t('campaigns.reward')}>
            <Segmented
              value={props.value.reward}
              onValueChange={(reward) => set('reward', reward)}
              options={(['bonus_credits', 'amount_off'] as const).map((value) => ({
                value,
                label: t(`campaigns.rewardOf.${value}`),
              }))}
            />
          </Field>
          <Field
            label={t('campaigns.tiers')}
            hint={props.value.reward === 'amount_off' ? t('campaigns.tiersOffHint') : t('campaigns.tiersBonusHint')}
            error={props.error}
            isRequired
          >
            <TextArea value={props.value.tiers} onValueChange={(tiers) => set('tiers', tiers)} />
          </Field>
        </Match>
        <Match when={props.value.kind === 'coupon'}>
          <CouponFields value={props.value} budget={props.budget} set={set} error={props.error} />
        </Match>
        <Match when={props.value.kind === 'referral'}>
          <ReferralFields value={props.value} set={set} error={props.error} />
        </Match>
      </Switch>
      <Show when={withGiftDays.includes(props.value.kind)}>
        <Field label={t('campaigns.giftDays')} hint={t('campaigns.giftDaysHint')}>
          <TextInput
            inputMode="numeric"
            value={props.value.giftDays}
            onValueChange={(giftDays) => set('giftDays', giftDays)}
          />
        </Field>
      </Show>
    </div>
  )
}
