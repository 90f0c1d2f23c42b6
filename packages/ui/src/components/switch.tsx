import type { JSX } from 'solid-js'
import { Show } from 'solid-js'

interface SwitchProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  label: string
  hint?: JSX.Element
  /** Only the switch is seen; the label is still read out. */
  isBare?: boolean
  isDisabled?: boolean
}

/** A checkbox drawn as a switch: it shows what is true, also while a change is being refused. */
export function Switch(props: SwitchProps) {
  return (
    <label class="relative flex cursor-pointer items-center justify-between gap-4 has-disabled:cursor-default has-disabled:opacity-60">
      <span class={props.isBare ? 'sr-only' : 'min-w-0'}>
        <span class="block text-sm font-medium text-ink">{props.label}</span>
        <Show when={props.hint}>
          <span class="block text-xs text-ink-3">{props.hint}</span>
        </Show>
      </span>
      <input
        type="checkbox"
        class="peer sr-only"
        checked={props.isOn}
        disabled={props.isDisabled ?? false}
        onChange={(event) => {
          const isOn = event.currentTarget.checked
          event.currentTarget.checked = props.isOn
          props.onChange(isOn)
        }}
      />
      <span
        aria-hidden="true"
        class="inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors duration-150 peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-checked:*:translate-x-4"
      >
        <span class="size-4 rounded-full bg-surface shadow-soft transition-transform duration-150" />
      </span>
    </label>
  )
}
