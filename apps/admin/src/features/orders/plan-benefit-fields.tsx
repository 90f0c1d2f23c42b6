import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { For } from 'solid-js'
import { benefitSwitches } from './plan-benefit-names.ts'
import { useI18n } from './words.ts'

interface BenefitForm {
  values: () => PlanBenefits
  set<Name extends keyof PlanBenefits>(name: Name, value: PlanBenefits[Name]): void
}

const figures = [
  ['dailyLimit', 1_000_000],
  ['concurrency', 1_000],
] as const

/** What the plan's months bring: said where it is sold, frozen with each order, and so for later purchases alone. */
export function PlanBenefitFields(props: {
  form: BenefitForm
  wrong: (path: string, label: string) => string | undefined
}) {
  const { t } = useI18n()
  return (
    <fieldset class="flex flex-col gap-4">
      <legend class="mb-1 text-sm font-medium">{t('plans.benefits')}</legend>
      <p class="text-xs text-ink-2">{t('plans.benefitsHint')}</p>
      <For each={figures}>
        {([name, max]) => (
          <Field
            label={t(`plans.benefit.${name}`)}
            error={props.wrong(`changes.benefits.${name}`, t(`plans.benefit.${name}`))}
          >
            <NumberInput
              value={props.form.values()[name]}
              onValueChange={(value) => props.form.set(name, value)}
              min={1}
              max={max}
            />
          </Field>
        )}
      </For>
      <For each={benefitSwitches}>
        {(name) => (
          <Switch
            isOn={props.form.values()[name]}
            onChange={(isOn) => props.form.set(name, isOn)}
            label={t(`plans.benefit.${name}`)}
          />
        )}
      </For>
    </fieldset>
  )
}
