import { Navigate } from '@tanstack/solid-router'
import type { WorkView } from '../../app-route.ts'

/** A work of pictures from the library, in the studio. */
export function openImage(): Promise<WorkView> {
  return Promise.resolve((props) => (
    <Navigate to="/images/$creationId" params={{ creationId: props.creation.id }} replace />
  ))
}
