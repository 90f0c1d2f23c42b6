import { Select } from '@mozhou/ui/components/select.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, For, on, onCleanup, Show, untrack } from 'solid-js'
import { useI18n } from '../i18n/i18n.ts'
import type { FilterChange } from './filters.ts'

const typingPauseMs = 300
const any = 'any value'

interface Choice {
  name: string
  /** Said while nothing is chosen. */
  any: string
  options: readonly { value: string; label: string }[]
}

interface FilterBarProps {
  /** As it stands in the address. */
  search: Readonly<Record<string, string | boolean | undefined>>
  onChange: (part: FilterChange) => void
  /** What a search finds; none where the list has no search. */
  searchLabel?: string
  choices?: readonly Choice[]
  hasDays?: boolean
  /** What stands at the end: saved filters, export. */
  children?: JSX.Element
}

/** The filters of a list, the same on every one. */
export function FilterBar(props: FilterBarProps) {
  const value = (name: string) => {
    const text = props.search[name]
    return typeof text === 'string' ? text : undefined
  }
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <Show when={props.searchLabel}>
        {(label) => (
          <SearchBox label={label()} value={value('search') ?? ''} onChange={(search) => props.onChange({ search })} />
        )}
      </Show>
      <For each={props.choices}>
        {(choice) => (
          <Select
            class="w-36"
            label={choice.any}
            value={value(choice.name) ?? any}
            onValueChange={(chosen) => props.onChange({ [choice.name]: chosen === any ? undefined : chosen })}
            options={[{ value: any, label: choice.any }, ...choice.options]}
          />
        )}
      </For>
      <Show when={props.hasDays}>
        <Days from={value('from')} to={value('to')} onChange={(part) => props.onChange(part)} />
      </Show>
      <div class="ml-auto flex flex-wrap items-center gap-2">{props.children}</div>
    </div>
  )
}

/** Asks once the typing pauses. A saved filter that is chosen changes what stands here. */
export function SearchBox(props: { label: string; value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = createSignal(untrack(() => props.value))
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = untrack(() => props.value)
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value !== asked) setTyped(value)
        asked = value
      },
      { defer: true },
    ),
  )
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => {
      asked = text.trim()
      props.onChange(asked)
    }, typingPauseMs)
  }
  return (
    <div class="w-72 max-w-full">
      <TextInput
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={typed()}
        onValueChange={type}
      />
    </div>
  )
}

function Days(props: { from: string | undefined; to: string | undefined; onChange: (part: FilterChange) => void }) {
  const { t } = useI18n()
  const day = (end: 'from' | 'to') => (
    <div class="w-38 min-w-0">
      <TextInput
        type="date"
        aria-label={t(`table.${end}`)}
        title={t(`table.${end}`)}
        value={props[end] ?? ''}
        onValueChange={(value) => props.onChange({ [end]: value })}
      />
    </div>
  )
  return (
    <div class="flex max-w-full items-center gap-2">
      {day('from')}
      <span class="text-ink-3" aria-hidden="true">
        –
      </span>
      {day('to')}
    </div>
  )
}
