import { notFound } from '@tanstack/solid-router'
import type { WorkView } from '../../app-route.ts'

/** Works of pictures have no page here yet. */
export function openImage(): Promise<WorkView> {
  return Promise.reject(notFound())
}
