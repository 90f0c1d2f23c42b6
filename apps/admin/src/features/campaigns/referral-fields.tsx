import { boostForms } from '@mozhou/contracts/campaigns/kinds'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { Show } from 'solid-js'
import type { RuleFields as Fields } from './campaign-form-values.ts'
import { useI18n } from './words.ts'

interface ReferralFieldsProps {
  value: Fields
  set: <Name extends keyof Fields>(name: Name, value: Fields[Name]) => void
  error: string | null | undefined
}

/** What a campaign gives more for invitations. */
export function ReferralFields(props: ReferralFieldsProps) {
  const { t } = useI18n()
  return (
    <>
      <Field label={t('campaigns.rebateForm')} hint={t('campaigns.rebateFormHint')}>
        <Segmented
          value={props.value.rebateForm}
          onValueChange={(form) => props.set('rebateForm', form)}
          options={boostForms.map((value) => ({ value, label: t(`campaigns.rebateFormOf.${value}`) }))}
        />
      </Field>
      <Field label={t('campaigns.rate')} hint={t('campaigns.rateHint')} error={props.error}>
        <TextInput inputMode="decimal" value={props.value.rate} onValueChange={(rate) => props.set('rate', rate)} />
      </Field>
      <Show when={props.value.rebateForm === 'credits'}>
        <Field label={t('campaigns.welcome')} hint={t('campaigns.welcomeHint')}>
          <TextInput
            inputMode="numeric"
            value={props.value.welcome}
            onValueChange={(welcome) => props.set('welcome', welcome)}
          />
        </Field>
      </Show>
    </>
  )
}
