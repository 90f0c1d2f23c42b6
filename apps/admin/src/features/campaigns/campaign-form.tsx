import { campaignKinds } from '@mozhou/contracts/campaigns/kinds'
import type { Form } from '@mozhou/ui/forms/create-form'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { Show } from 'solid-js'
import { AudienceFields } from './audience-fields.tsx'
import { hasLimits, limitsFor } from './campaign-form-values.ts'
import type { CampaignValues, RuleFields as RuleFieldValues } from './campaign-form-values.ts'
import { RuleFields } from './rule-fields.tsx'
import { useI18n } from './words.ts'

interface CampaignFormProps {
  form: Form<CampaignValues>
  /** Of one that is there already: its kind stays. */
  isKindFixed: boolean
  listed: number | null
  /** The name of the saved filter that it was saved with, if it was. */
  segment: string | null
}

/** Every box of a campaign; what is wrong with one stands at it. */
export function CampaignForm(props: CampaignFormProps) {
  const { t, fieldIssue } = useI18n()
  const values = () => props.form.values()
  const wrong = (name: keyof CampaignValues, label: string) => {
    const issue = props.form.issue(name)
    // Of an offer the only box that can be wrong is that of its tiers.
    const isTiers = name === 'rule' && values().rule.kind === 'recharge_offer'
    return issue && fieldIssue(isTiers ? t('campaigns.tiers') : label, issue)
  }
  const setRule = (rule: RuleFieldValues) => {
    props.form.set('limits', limitsFor(values(), rule))
    props.form.set('rule', rule)
  }
  const text = (name: 'name' | 'startsAt' | 'endsAt' | 'budget', label: string, type?: 'date', hint?: string) => (
    <Field label={label} hint={hint} error={wrong(name, label)} isRequired>
      <TextInput type={type ?? 'text'} value={values()[name]} onValueChange={(value) => props.form.set(name, value)} />
    </Field>
  )
  return (
    <div class="flex flex-col gap-4">
      {text('name', t('campaigns.name'))}
      <Field label={t('campaigns.kind')}>
        <Select
          label={t('campaigns.kind')}
          isDisabled={props.isKindFixed}
          value={values().rule.kind}
          onValueChange={(chosen) => {
            const kind = campaignKinds.find((each) => each === chosen)
            if (kind) setRule({ ...values().rule, kind })
          }}
          options={campaignKinds.map((value) => ({ value, label: t(`campaigns.kindOf.${value}`) }))}
        />
      </Field>
      <RuleFields
        budget={values().budget}
        value={values().rule}
        onChange={setRule}
        error={wrong('rule', t(`campaigns.kindOf.${values().rule.kind}`))}
      />
      <div class="grid gap-4 sm:grid-cols-2">
        {text('startsAt', t('campaigns.startsAt'), 'date')}
        {text('endsAt', t('campaigns.endsAt'), 'date')}
      </div>
      {text('budget', t('campaigns.budget'), undefined, t('campaigns.budgetHint'))}
      <Show when={hasLimits(values().rule)}>
        <Limits form={props.form} error={wrong('limits', t('campaigns.perPerson'))} />
      </Show>
      <AudienceFields
        value={values().audience}
        onChange={(audience) => props.form.set('audience', audience)}
        error={wrong('audience', t('campaigns.audience'))}
        listed={props.listed}
        segment={props.segment}
      />
      <Field label={t('campaigns.description')} error={wrong('description', t('campaigns.description'))}>
        <TextArea
          value={values().description}
          onValueChange={(description) => props.form.set('description', description)}
        />
      </Field>
    </div>
  )
}

function Limits(props: { form: Form<CampaignValues>; error: string | null | undefined }) {
  const { t } = useI18n()
  const limits = () => props.form.values().limits
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <Field label={t('campaigns.perPerson')} hint={t('campaigns.perPersonHint')} error={props.error}>
        <TextInput
          inputMode="numeric"
          value={limits().perPerson}
          onValueChange={(perPerson) => props.form.set('limits', { ...limits(), perPerson })}
        />
      </Field>
      <Field label={t('campaigns.perPersonDay')} hint={t('campaigns.unlimitedHint')}>
        <TextInput
          inputMode="numeric"
          value={limits().perPersonDay}
          onValueChange={(perPersonDay) => props.form.set('limits', { ...limits(), perPersonDay })}
        />
      </Field>
    </div>
  )
}
