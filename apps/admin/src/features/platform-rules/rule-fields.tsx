import type { Rule } from '@mozhou/platforms/rules/rule'
import { Field } from '@mozhou/ui/components/field.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { For, Show } from 'solid-js'
import type { ReadRule, RuleValues } from './rule-values.ts'
import { useI18n } from './words.ts'

interface RuleFieldsProps {
  rule: Rule
  values: RuleValues
  onChange: (more: Partial<RuleValues>) => void
  /** Words for what the server refused at a field. */
  issueOf: (field: string, label: string) => string | undefined
}

/** Of rules that measure something. */
export function RuleBoundFields(props: RuleFieldsProps & { read: ReadRule }) {
  const { t, number } = useI18n()
  const limit = () => (props.rule.kind === 'limit' ? props.rule : null)
  const brought = (value: number | null) =>
    t('platformRules.bring', value === null ? t('platformRules.none') : number(value))
  const wrong = (name: 'soft' | 'hard') =>
    props.read.kind === 'wrong' && props.read.field === name
      ? t('platformRules.badBound')
      : props.issueOf(name, t(`platformRules.${name}`))
  return (
    <Show when={limit()}>
      {(rule) => (
        <div class="grid gap-4 sm:grid-cols-2">
          <For each={['soft', 'hard'] as const}>
            {(name) => (
              <Field
                label={t(`platformRules.${name}`)}
                hint={`${brought(rule()[name])} ${t('platformRules.emptyKeeps')}`}
                error={wrong(name)}
              >
                <TextInput
                  inputMode="decimal"
                  value={props.values[name]}
                  onValueChange={(value) => props.onChange({ [name]: value })}
                />
              </Field>
            )}
          </For>
        </div>
      )}
    </Show>
  )
}

export function RuleDayFields(props: RuleFieldsProps) {
  const { t } = useI18n()
  const brought = (day: string | null) => t('platformRules.bring', day ?? t('platformRules.none'))
  const fields = () =>
    [
      { name: 'from', label: t('platformRules.from'), hint: brought(props.rule.from) },
      { name: 'until', label: t('platformRules.until'), hint: brought(props.rule.until) },
      { name: 'checkedOn', label: t('platformRules.checkedDay'), hint: brought(props.rule.source.checkedOn) },
    ] as const
  return (
    <div class="grid gap-4 sm:grid-cols-3">
      <For each={fields()}>
        {(field) => (
          <Field label={field.label} hint={field.hint} error={props.issueOf(field.name, field.label)}>
            <TextInput
              placeholder="2026-11-30"
              value={props.values[field.name]}
              onValueChange={(value) => props.onChange({ [field.name]: value })}
            />
          </Field>
        )}
      </For>
    </div>
  )
}
