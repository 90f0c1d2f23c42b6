import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import type { Form } from '@mozhou/ui/forms/create-form'
import type { RuleValues } from './rule-values.ts'
import { useI18n } from './words.ts'

type NumberName = { [Name in keyof RuleValues]: RuleValues[Name] extends number ? Name : never }[keyof RuleValues]

interface RuleNumberProps {
  form: Form<RuleValues>
  name: NumberName
  label: string
  unit?: string
  hint?: string
  /** Of a box that the schema calls otherwise. */
  error?: string | null | undefined
}

export function RuleNumber(props: RuleNumberProps) {
  const { fieldIssue } = useI18n()
  const wrong = () => {
    const issue = props.form.issue(props.name)
    return props.error ?? (issue && fieldIssue(props.label, issue))
  }
  return (
    <Field label={props.label} error={wrong()} {...(props.hint === undefined ? {} : { hint: props.hint })}>
      <NumberInput
        value={props.form.values()[props.name]}
        onValueChange={(value) => props.form.set(props.name, value)}
        min={0}
        {...(props.unit === undefined ? {} : { unit: props.unit })}
      />
    </Field>
  )
}
