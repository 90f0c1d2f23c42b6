import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { RebateForm, RuleWindow } from '@mozhou/contracts/referrals/kinds'
import { rebateForms, ruleWindows } from '@mozhou/contracts/referrals/kinds'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { referralRulesKey } from './queries.ts'
import { RuleCoupon } from './rule-coupon.tsx'
import { RuleNumber } from './rule-number.tsx'
import { toProposal, valuesOf } from './rule-values.ts'
import type { RuleValues } from './rule-values.ts'
import { useI18n } from './words.ts'

/** The day in Shanghai, whatever the clock of the browser's zone says. */
const shanghaiDay = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What the rules of the house refuse is said at its box. */
const refusedBoxes = {
  REFERRAL_LEVEL_FORBIDDEN: 'ratesBp',
  REFERRAL_SHARE_TOO_HIGH: 'ratesBp',
  REFERRAL_LAW_TEXT_MISSING: 'lawText',
  REBATE_FORM_UNAVAILABLE: 'form',
  REBATE_COUPON_UNFIT: 'couponId',
} as const

export function ProposeDialog(props: { from: ReferralRuleDto | undefined; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const form = createForm<RuleValues>({
    initial: untrack(() => valuesOf(props.from, shanghaiDay())),
    toInput: toProposal,
    schema: () => import('@mozhou/contracts/referrals/inputs').then((module) => module.proposeRuleInput),
  })
  const propose = useMutation(() => ({
    mutationFn: (values: RuleValues) => api.referrals.propose.mutate(toProposal(values)),
    onSuccess: async (rules) => {
      toastSuccess({ title: t('rebateRules.proposed') })
      client.setQueryData<ReferralRuleDto[]>(referralRulesKey, rules)
      props.onClose()
      await client.invalidateQueries({ queryKey: referralRulesKey })
    },
    onError: (cause: unknown) => form.showIssues(refusalIssues(cause, refusedBoxes)),
  }))
  const wrong = (name: keyof RuleValues, label: string) => {
    const issue = form.issue(name)
    return issue && fieldIssue(label, issue)
  }
  /** Of boxes that the schema calls otherwise. */
  const strayWrong = (path: string, label: string) => {
    const issue = form.strayIssues().find((found) => found.path.startsWith(path))
    return issue && fieldIssue(label, issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !propose.isPending) propose.mutate(values)
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={t('rebateRules.proposeTitle')}
      description={t('rebateRules.proposeHint')}
      action={t('rebateRules.propose')}
      isPending={propose.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <RuleNumber
          form={form}
          name="rate1"
          label={t('rebateRules.rate1')}
          unit={t('rebateRules.percent')}
          error={strayWrong('ratesBp', t('rebateRules.rate1'))}
        />
        <Switch
          isOn={form.values().hasSecond}
          onChange={(isOn) => form.set('hasSecond', isOn)}
          label={t('rebateRules.secondLevel')}
          hint={t('rebateRules.secondLevelHint')}
        />
        <Show when={form.values().hasSecond}>
          <RuleNumber form={form} name="rate2" label={t('rebateRules.rate2')} unit={t('rebateRules.percent')} />
          <Field
            label={t('rebateRules.lawText')}
            hint={t('rebateRules.lawTextHint')}
            error={wrong('lawText', t('rebateRules.lawText'))}
            isRequired
          >
            <TextArea value={form.values().lawText} onValueChange={(text) => form.set('lawText', text)} />
          </Field>
        </Show>
        <RuleNumber
          form={form}
          name="welcomeCredits"
          label={t('rebateRules.welcome')}
          unit={t('rebateRules.creditsUnit')}
        />
        <Field label={t('rebateRules.form')} error={wrong('form', t('rebateRules.form'))}>
          <Segmented<RebateForm>
            value={form.values().form}
            onValueChange={(value) => form.set('form', value)}
            options={rebateForms.map((value) => ({ value, label: t(`rebateRules.formOf.${value}`) }))}
          />
        </Field>
        <Show when={form.values().form === 'coupon'}>
          <RuleCoupon form={form} />
        </Show>
        <Field label={t('rebateRules.window')}>
          <Segmented<RuleWindow>
            value={form.values().window}
            onValueChange={(value) => form.set('window', value)}
            options={ruleWindows.map((value) => ({ value, label: t(`rebateRules.windowOf.${value}`) }))}
          />
        </Field>
        <Show when={form.values().window !== 'first_order'}>
          <RuleNumber form={form} name="windowCount" label={t('rebateRules.windowCount')} />
        </Show>
        <RuleNumber form={form} name="holdDays" label={t('rebateRules.holdDays')} unit={t('rebateRules.daysUnit')} />
        <RuleNumber
          form={form}
          name="expireDays"
          label={t('rebateRules.expireDays')}
          unit={t('rebateRules.daysUnit')}
        />
        <Switch
          isOn={form.values().isReviewed}
          onChange={(isOn) => form.set('isReviewed', isOn)}
          label={t('rebateRules.isReviewed')}
          hint={t('rebateRules.isReviewedHint')}
        />
        <RuleNumber
          form={form}
          name="signupsPerDay"
          label={t('rebateRules.signups')}
          unit={t('rebateRules.peopleUnit')}
        />
        <RuleNumber
          form={form}
          name="refundShare"
          label={t('rebateRules.refundShare')}
          unit={t('rebateRules.percent')}
          error={strayWrong('refundShareBp', t('rebateRules.refundShare'))}
        />
        <Field label={t('rebateRules.day')} error={strayWrong('inForceFrom', t('rebateRules.day'))} isRequired>
          <TextInput type="date" value={form.values().day} onValueChange={(day) => form.set('day', day)} />
        </Field>
        <Field label={t('rebateRules.note')} error={wrong('note', t('rebateRules.note'))} isRequired>
          <TextArea
            placeholder={t('rebateRules.notePlaceholder')}
            value={form.values().note}
            onValueChange={(note) => form.set('note', note)}
          />
        </Field>
        <Refusal error={propose.error} />
      </div>
    </ConfirmDialog>
  )
}
