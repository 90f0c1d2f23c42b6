import { createListCollection, Select as ArkSelect } from '@ark-ui/solid/select'
import Check from 'lucide-solid/icons/check'
import { createMemo, For, onMount, Show } from 'solid-js'
import { classNames } from '../theme/class-names.ts'
import { useField } from './field.tsx'
import type { SelectProps } from './select-trigger.tsx'
import { SelectTriggerContent, selectTriggerClass } from './select-trigger.tsx'

/**
 * Loaded by the press that opens it (select.tsx). The list stays where it is written, not at the end of the page: inside the landmark,
 * and inside an open dialog.
 */
export function SelectList(props: SelectProps) {
  const field = useField()
  const collection = createMemo(() =>
    createListCollection({ items: [...props.options], isItemDisabled: (item) => item.isDisabled === true }),
  )
  const chosen = () => props.options.find((option) => option.value === props.value)
  return (
    <ArkSelect.Root
      collection={collection()}
      ids={field ? { label: field.labelId, trigger: field.controlId } : undefined}
      value={chosen() ? [props.value] : []}
      onValueChange={(details) => {
        const next = details.value[0]
        if (next !== undefined) props.onValueChange(next)
      }}
      disabled={props.isDisabled ?? false}
      invalid={field?.isInvalid() ?? false}
      positioning={{ sameWidth: true, gutter: 4, strategy: 'fixed' }}
      lazyMount
      unmountOnExit
      class={classNames('min-w-0', props.class)}
    >
      <ArkSelect.Context>
        {(select) => {
          // Not open at first: the kit takes a list that was never closed for one that is still closing, and leaves it there.
          onMount(() => setTimeout(() => select().setOpen(true)))
          return null
        }}
      </ArkSelect.Context>
      <ArkSelect.Control>
        <ArkSelect.Trigger
          aria-label={field ? undefined : props.label}
          aria-labelledby={field ? `${field.labelId} ${field.controlId}` : undefined}
          aria-describedby={field?.describedBy()}
          class={selectTriggerClass}
        >
          <SelectTriggerContent {...props} />
        </ArkSelect.Trigger>
      </ArkSelect.Control>
      <ArkSelect.Positioner>
        <ArkSelect.Content
          aria-label={props.label}
          class="z-50 max-h-80 min-w-40 animate-enter overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float outline-none"
        >
          <For each={collection().items}>
            {(option) => (
              <ArkSelect.Item
                item={option}
                class="flex cursor-pointer items-center gap-2 rounded-sm px-2.5 py-1.5 text-sm data-disabled:cursor-not-allowed data-disabled:opacity-60 data-highlighted:bg-sunken"
              >
                <span class="min-w-0 flex-1">
                  <ArkSelect.ItemText class="block truncate">{option.label}</ArkSelect.ItemText>
                  <Show when={option.description}>
                    <span class="block text-xs text-ink-3">{option.description}</span>
                  </Show>
                </span>
                {option.aside}
                <span class="w-4 shrink-0">
                  <ArkSelect.ItemIndicator>
                    <Check size={16} class="text-accent-text" aria-hidden="true" />
                  </ArkSelect.ItemIndicator>
                </span>
              </ArkSelect.Item>
            )}
          </For>
        </ArkSelect.Content>
      </ArkSelect.Positioner>
    </ArkSelect.Root>
  )
}
