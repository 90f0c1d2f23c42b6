import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { usePermissions } from './use-permissions.ts'
import { usePersonName } from './use-person-name.ts'

/** `@name`, and the way to the page of that person for whoever may go there; also of one whose account is deleted, and has no name. */
export function PersonLink(props: { person: { id: string; username: string } }) {
  const may = usePermissions()
  const nameOf = usePersonName()
  return (
    <Show when={may('user:read')} fallback={<>{nameOf(props.person.username)}</>}>
      <Link
        to="/users/$userId"
        params={{ userId: props.person.id }}
        class="rounded-sm break-all text-accent-text hover:underline"
      >
        {nameOf(props.person.username)}
      </Link>
    </Show>
  )
}
