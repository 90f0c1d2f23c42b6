import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { createLoadOnPress } from './load-on-press.ts'
import type { MenuProps } from './menu-action.ts'

const load = () => import('./menu-list.tsx').then((module) => module.MenuList)

/** A button until it is pressed, from then on the menu that the press asked for. */
export function Menu(props: MenuProps) {
  const list = createLoadOnPress(load)
  return (
    <Show
      when={list.loaded()}
      fallback={
        <button
          type="button"
          aria-haspopup="menu"
          aria-expanded="false"
          aria-busy={list.isLoading()}
          aria-label={props.triggerLabel}
          class={props.triggerClass}
          onPointerEnter={() => list.warm()}
          onFocus={() => list.warm()}
          onClick={() => void list.press()}
        >
          {props.trigger}
        </button>
      }
    >
      {(component) => <Dynamic component={component()} {...props} />}
    </Show>
  )
}
