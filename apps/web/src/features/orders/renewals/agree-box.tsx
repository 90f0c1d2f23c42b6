import { Show } from 'solid-js'
import type { JSX } from 'solid-js'

/** Never ticked beforehand: agreeing is the person's own act. */
export function AgreeBox(props: {
  label: string
  hint?: JSX.Element
  isAgreed: boolean
  onChange: (is: boolean) => void
}) {
  return (
    <label class="flex cursor-pointer items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        class="mt-1 size-4 shrink-0 accent-accent"
        checked={props.isAgreed}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        <span class="block font-medium text-ink">{props.label}</span>
        <Show when={props.hint}>
          <span class="block text-xs text-ink-3">{props.hint}</span>
        </Show>
      </span>
    </label>
  )
}
