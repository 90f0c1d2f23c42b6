import { Switch as ArkSwitch } from '@ark-ui/solid/switch'
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

export function Switch(props: SwitchProps) {
  return (
    <ArkSwitch.Root
      checked={props.isOn}
      onCheckedChange={(details) => props.onChange(details.checked)}
      disabled={props.isDisabled ?? false}
      class="flex items-center justify-between gap-4 data-disabled:opacity-60"
    >
      <ArkSwitch.Label class={props.isBare ? 'sr-only' : 'min-w-0'}>
        <span class="block text-sm font-medium text-ink">{props.label}</span>
        <Show when={props.hint}>
          <span class="block text-xs text-ink-3">{props.hint}</span>
        </Show>
      </ArkSwitch.Label>
      <ArkSwitch.Control class="inline-flex h-5 w-9 shrink-0 cursor-pointer items-center rounded-full bg-line-strong p-0.5 transition-colors duration-150 data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent data-[state=checked]:bg-accent">
        <ArkSwitch.Thumb class="size-4 rounded-full bg-surface shadow-soft transition-transform duration-150 data-[state=checked]:translate-x-4" />
      </ArkSwitch.Control>
      <ArkSwitch.HiddenInput />
    </ArkSwitch.Root>
  )
}
