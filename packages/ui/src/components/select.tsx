import { createListCollection, Select as ArkSelect } from '@ark-ui/solid/select'
import Check from 'lucide-solid/icons/check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { classNames } from '../theme/class-names.ts'
import { controlClass } from './control-class.ts'
import { useField } from './field.tsx'

export interface SelectOption {
  value: string
  label: string
  isDisabled?: boolean
  /** Small print and marks, shown in the list and beside the chosen label. */
  aside?: JSX.Element
  description?: string
}

interface SelectProps {
  value: string
  onValueChange: (value: string) => void
  options: readonly SelectOption[]
  placeholder?: string
  /** Needed outside a Field. */
  label?: string
  isDisabled?: boolean
  class?: string
}

/** Its list stays where it is written, not at the end of the page: inside the landmark, and inside an open dialog. */
export function Select(props: SelectProps) {
  const { t } = useUiI18n()
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
      <ArkSelect.Control>
        <ArkSelect.Trigger
          aria-label={field ? undefined : props.label}
          aria-labelledby={field ? `${field.labelId} ${field.controlId}` : undefined}
          aria-describedby={field?.describedBy()}
          class={classNames(controlClass, 'flex h-9 items-center gap-2 px-3 text-left')}
        >
          <span class={classNames('min-w-0 flex-1 truncate', !chosen() && 'text-ink-3')}>
            {chosen()?.label ?? props.placeholder ?? t('ui.choose')}
          </span>
          {chosen()?.aside}
          <ChevronDown size={16} class="shrink-0 text-ink-3" aria-hidden="true" />
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
