import { createUniqueId, Index } from 'solid-js'
import { useField } from './field.tsx'

interface SegmentedProps<Value extends string> {
  value: Value
  onValueChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
  /** Needed outside a Field. */
  label?: string
}

/**
 * One of a few, all visible and all readable: what does not fit side by side goes on in the next line. The browser's own radio
 * buttons lie under it: arrow keys move, and it costs no library.
 */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const field = useField()
  const name = createUniqueId()
  let group: HTMLDivElement | undefined
  /** The browser has marked what was pressed; what is chosen is the caller's to say, and it may come later or not at all. */
  function press(value: Value): void {
    props.onValueChange(value)
    for (const radio of group?.querySelectorAll('input') ?? []) radio.checked = radio.value === props.value
  }
  return (
    <div
      ref={(element) => (group = element)}
      role="radiogroup"
      id={field?.controlId}
      aria-label={field ? undefined : props.label}
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy()}
      class="flex flex-wrap rounded-md bg-sunken p-1"
    >
      <Index each={props.options}>
        {(option) => (
          <label class="relative flex min-h-7 min-w-fit flex-1 cursor-pointer items-center justify-center rounded-sm border border-transparent px-1 text-center text-sm text-ink-2 transition-colors duration-150 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-checked:border-line-strong has-checked:bg-chosen has-checked:font-medium has-checked:text-ink has-checked:shadow-soft">
            <input
              type="radio"
              name={name}
              value={option().value}
              checked={option().value === props.value}
              class="sr-only"
              onChange={() => press(option().value)}
            />
            {option().label}
          </label>
        )}
      </Index>
    </div>
  )
}
