import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classNames } from '../theme/class-names.ts'
import { useField } from './field.tsx'
import { createLoadOnPress } from './load-on-press.ts'
import type { SelectProps } from './select-trigger.tsx'
import { SelectTriggerContent, selectTriggerClass } from './select-trigger.tsx'

const load = () => import('./select-list.tsx').then((module) => module.SelectList)

/** One of many: a button with what is chosen until it is pressed, from then on the list that the press asked for. */
export function Select(props: SelectProps) {
  const field = useField()
  const list = createLoadOnPress(load)
  const openOnArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    void list.press()
  }
  return (
    <Show
      when={list.loaded()}
      fallback={
        <div class={classNames('min-w-0', props.class)}>
          <button
            type="button"
            role="combobox"
            aria-haspopup="listbox"
            aria-expanded="false"
            aria-busy={list.isLoading()}
            id={field?.controlId}
            aria-label={field ? undefined : props.label}
            aria-labelledby={field ? `${field.labelId} ${field.controlId}` : undefined}
            aria-describedby={field?.describedBy()}
            aria-invalid={field?.isInvalid() ? 'true' : undefined}
            disabled={props.isDisabled}
            class={selectTriggerClass}
            onPointerEnter={() => list.warm()}
            onFocus={() => list.warm()}
            onKeyDown={openOnArrow}
            onClick={() => void list.press()}
          >
            <SelectTriggerContent {...props} />
          </button>
        </div>
      }
    >
      {(component) => <Dynamic component={component()} {...props} />}
    </Show>
  )
}
