import type { PlatformDto } from '@mozhou/contracts/publications/answers'
import type { FieldIssue } from '@mozhou/contracts/errors'
import { Field } from '@mozhou/ui/components/field.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { PlatformSetup } from './platform-setup.tsx'

type KeyWay = Extract<PlatformDto['ways'][number], { way: 'keys' }>
type Keys = Readonly<Record<string, string>>

interface KeyFieldsProps {
  way: KeyWay
  values: Keys
  onChange: (values: Keys) => void
  issues: readonly FieldIssue[]
}

/** What the platform's backend shows, after what is to be set there. */
export function KeyFields(props: KeyFieldsProps) {
  const { t, pick, fieldIssue } = useI18n()
  const wrong = (name: string, label: string) => {
    const issue = props.issues.find(({ path }) => path === `keys.${name}`)
    return issue && fieldIssue(label, issue)
  }
  return (
    <>
      <Show when={props.way.steps.length > 0}>
        <div class="text-sm text-ink-2">
          <p class="mb-1">{t('publishAccounts.keysSteps')}</p>
          <ol class="list-decimal pl-5">
            <For each={props.way.steps}>{(step) => <li>{pick(step)}</li>}</For>
          </ol>
        </div>
      </Show>
      <PlatformSetup setup={props.way.setup} />
      <For each={props.way.fields}>
        {(field) => (
          <Field
            label={pick(field.label)}
            hint={pick(field.hint)}
            isRequired={field.isRequired}
            error={wrong(field.name, pick(field.label))}
          >
            <TextInput
              type={field.isSecret ? 'password' : 'text'}
              autocomplete="off"
              spellcheck={false}
              value={props.values[field.name] ?? ''}
              onValueChange={(value) => props.onChange({ ...props.values, [field.name]: value.trim() })}
            />
          </Field>
        )}
      </For>
    </>
  )
}

interface Assisted {
  name: string
  profileUrl: string
}

interface AssistedFieldsProps {
  values: Assisted
  onChange: (values: Assisted) => void
  issues: readonly FieldIssue[]
}

export function AssistedFields(props: AssistedFieldsProps) {
  const { t, fieldIssue } = useI18n()
  const wrong = (field: keyof Assisted, label: string) => {
    const issue = props.issues.find(({ path }) => path === field)
    return issue && fieldIssue(label, issue)
  }
  return (
    <>
      <p class="text-sm text-ink-2">{t('publishAccounts.assistedHint')}</p>
      <Field
        label={t('publishAccounts.assistedName')}
        hint={t('publishAccounts.assistedNameHint')}
        isRequired
        error={wrong('name', t('publishAccounts.assistedName'))}
      >
        <TextInput value={props.values.name} onValueChange={(name) => props.onChange({ ...props.values, name })} />
      </Field>
      <Field
        label={t('publishAccounts.assistedUrl')}
        hint={t('publishAccounts.assistedUrlHint')}
        error={wrong('profileUrl', t('publishAccounts.assistedUrl'))}
      >
        <TextInput
          type="url"
          inputMode="url"
          value={props.values.profileUrl}
          onValueChange={(profileUrl) => props.onChange({ ...props.values, profileUrl })}
        />
      </Field>
    </>
  )
}
