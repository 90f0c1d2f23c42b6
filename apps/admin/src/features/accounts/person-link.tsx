import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { usePermissions } from './use-permissions.ts'

/** `@name`, and the way to the page of that person for whoever may go there. */
export function PersonLink(props: { person: { id: string; username: string } }) {
  const may = usePermissions()
  return (
    <Show when={may('user:read')} fallback={<>@{props.person.username}</>}>
      <Link
        to="/users/$userId"
        params={{ userId: props.person.id }}
        class="rounded-sm break-all text-accent-text hover:underline"
      >
        @{props.person.username}
      </Link>
    </Show>
  )
}
