import { parseId } from '@mozhou/contracts/ids'
import { Link } from '@tanstack/solid-router'
import { Match, Switch } from 'solid-js'
import { usePermissions } from './use-permissions.ts'

/** An id as it is written, which leads to the page of what it names, where there is one that the reader may enter. */
export function IdLink(props: { id: string }) {
  const may = usePermissions()
  const style = 'rounded-sm font-mono text-xs break-all text-accent-text hover:underline'
  return (
    <Switch fallback={<span class="font-mono text-xs break-all text-ink-3">{props.id}</span>}>
      <Match when={may('user:read') && parseId('user', props.id) !== null}>
        <Link to="/users/$userId" params={{ userId: props.id }} class={style}>
          {props.id}
        </Link>
      </Match>
      <Match when={may('order:read') && parseId('order', props.id) !== null}>
        <Link to="/orders" search={{ order: props.id }} class={style}>
          {props.id}
        </Link>
      </Match>
      <Match when={may('generation:read') && parseId('generation', props.id) !== null}>
        <Link to="/generations/$generationId" params={{ generationId: props.id }} class={style}>
          {props.id}
        </Link>
      </Match>
    </Switch>
  )
}
