import { SegmentGroup } from '@ark-ui/solid/segment-group'
import { Index } from 'solid-js'
import { useField } from './field.tsx'

interface SegmentedProps<Value extends string> {
  value: Value
  onValueChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
  /** Needed outside a Field. */
  label?: string
}

/** One of a few, all visible; arrow keys move. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const field = useField()
  const choose = (value: string | null) => {
    const option = props.options.find((candidate) => candidate.value === value)
    if (option) props.onValueChange(option.value)
  }
  return (
    <SegmentGroup.Root
      ids={field ? { label: field.labelId, root: field.controlId } : undefined}
      aria-label={field ? undefined : props.label}
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy()}
      value={props.value}
      onValueChange={(details) => choose(details.value)}
      orientation="horizontal"
      class="flex rounded-md bg-sunken p-1"
    >
      <Index each={props.options}>
        {(option) => (
          <SegmentGroup.Item
            value={option().value}
            class="flex h-7 min-w-0 flex-1 cursor-pointer items-center justify-center rounded-sm border border-transparent px-2 text-sm text-ink-2 transition-colors duration-150 hover:text-ink data-focus-visible:outline-2 data-focus-visible:outline-accent data-[state=checked]:border-line data-[state=checked]:bg-surface data-[state=checked]:font-medium data-[state=checked]:text-ink data-[state=checked]:shadow-soft"
          >
            <SegmentGroup.ItemText class="truncate">{option().label}</SegmentGroup.ItemText>
            <SegmentGroup.ItemControl />
            <SegmentGroup.ItemHiddenInput />
          </SegmentGroup.Item>
        )}
      </Index>
    </SegmentGroup.Root>
  )
}
