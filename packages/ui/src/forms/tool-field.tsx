import type { ToolField as FieldDefinition } from '@mozhou/contracts/tools/tool'
import type { Wording } from '@mozhou/contracts/wording'
import { createUniqueId, For, Match, Show, Switch as Choose } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { Field } from '../components/field.tsx'
import { NumberInput } from '../components/number-input.tsx'
import { Segmented } from '../components/segmented.tsx'
import { Select } from '../components/select.tsx'
import { Slider } from '../components/slider.tsx'
import { Switch } from '../components/switch.tsx'
import { TagsInput } from '../components/tags-input.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextInput } from '../components/text-input.tsx'
import type { ToolFormState } from './create-tool-form.ts'

interface ToolFieldProps {
  state: ToolFormState
  field: FieldDefinition
}

/** One control, chosen by what the tool says about the field. */
export function ToolField(props: ToolFieldProps) {
  const { t, pick, number, fieldIssue } = useUiI18n()
  const form = () => props.state.form
  const value = () => form().values()[props.field.name]
  const text = () => (typeof value() === 'string' ? String(value()) : '')
  const tags = () => (Array.isArray(value()) ? (value() as unknown[]).map(String) : [])
  const error = () => {
    const issue = form().issue(props.field.name)
    return issue && fieldIssue(pick(props.field.label), issue)
  }
  const aside = () => {
    const field = props.field
    if (field.control === 'tags') return t('ui.tagCount', number(tags().length), number(field.maxItems))
    if (field.control === 'slider') return `${number(Number(value()))}${field.unit ? ` ${pick(field.unit)}` : ''}`
    if (field.control === 'text' && text().length > field.maxLength * 0.8)
      return `${number(text().length)}/${number(field.maxLength)}`
    return undefined
  }
  return (
    <div
      class={props.field.width === 'half' ? 'col-span-2 min-w-0 min-[22rem]:col-span-1' : 'col-span-2 min-w-0'}
      onFocusOut={() => form().leave(props.field.name)}
    >
      <Show when={props.field.control !== 'switch'} fallback={<SwitchField {...props} />}>
        <Field
          label={pick(props.field.label)}
          hint={props.field.hint && pick(props.field.hint)}
          error={error()}
          isRequired={props.field.isRequired}
          aside={aside()}
        >
          <Control {...props} text={text()} tags={tags()} value={value()} />
        </Field>
      </Show>
    </div>
  )
}

function Control(props: ToolFieldProps & { text: string; tags: string[]; value: unknown }) {
  const { pick } = useUiI18n()
  const set = (value: unknown) => props.state.form.set(props.field.name, value)
  const unitOf = (unit: Wording | undefined) => unit && pick(unit)
  const placeholder = () => (props.field.placeholder ? pick(props.field.placeholder) : undefined)
  const options = () =>
    props.field.control === 'select' || props.field.control === 'segmented'
      ? props.field.options.map(({ value, label }) => ({ value, label: pick(label) }))
      : []
  return (
    <Choose>
      <Match when={props.field.control === 'text' && props.field}>
        {(field) => <TextWithSuggestions field={field()} value={props.text} onChange={set} />}
      </Match>
      <Match when={props.field.control === 'textarea' && props.field}>
        {(field) => (
          <TextArea
            name={field().name}
            rows={field().rows ?? 3}
            maxLength={field().maxLength}
            placeholder={placeholder()}
            value={props.text}
            onValueChange={set}
          />
        )}
      </Match>
      <Match when={props.field.control === 'tags' && props.field}>
        {(field) => (
          <TagsInput
            maxItems={field().maxItems}
            maxLength={field().maxLength}
            placeholder={placeholder()}
            value={props.tags}
            onValueChange={set}
          />
        )}
      </Match>
      <Match when={props.field.control === 'select'}>
        <Select options={options()} value={props.text} onValueChange={set} />
      </Match>
      <Match when={props.field.control === 'segmented'}>
        <Segmented options={options()} value={props.text} onValueChange={set} />
      </Match>
      <Match when={props.field.control === 'number' && props.field}>
        {(field) => (
          <NumberInput
            min={field().min}
            max={field().max}
            step={field().step}
            unit={unitOf(field().unit)}
            value={Number(props.value)}
            onValueChange={set}
          />
        )}
      </Match>
      <Match when={props.field.control === 'slider' && props.field}>
        {(field) => (
          <Slider
            min={field().min}
            max={field().max}
            step={field().step}
            value={Number(props.value)}
            onValueChange={set}
          />
        )}
      </Match>
    </Choose>
  )
}

function TextWithSuggestions(props: {
  field: Extract<FieldDefinition, { control: 'text' }>
  value: string
  onChange: (value: string) => void
}) {
  const { pick } = useUiI18n()
  const listId = createUniqueId()
  return (
    <>
      <TextInput
        name={props.field.name}
        autocomplete="off"
        list={props.field.suggestions ? listId : undefined}
        placeholder={props.field.placeholder ? pick(props.field.placeholder) : undefined}
        value={props.value}
        onValueChange={(value) => props.onChange(value)}
      />
      <Show when={props.field.suggestions}>
        {(suggestions) => (
          <datalist id={listId}>
            <For each={suggestions()}>{(suggestion) => <option value={pick(suggestion)} />}</For>
          </datalist>
        )}
      </Show>
    </>
  )
}

function SwitchField(props: ToolFieldProps) {
  const { pick } = useUiI18n()
  return (
    <Switch
      isOn={props.state.form.values()[props.field.name] === true}
      onChange={(isOn) => props.state.form.set(props.field.name, isOn)}
      label={pick(props.field.label)}
      hint={props.field.hint && pick(props.field.hint)}
    />
  )
}
