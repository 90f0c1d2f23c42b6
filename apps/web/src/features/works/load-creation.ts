import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { queryClient } from '@mozhou/ui/api/query-client'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { notFound } from '@tanstack/solid-router'
import { creationById } from './queries.ts'

/**
 * For a route's loader: what the page would read first.
 *
 * @throws notFound() for an address that names no work of this person: nothing was filled in, so nothing is to be mended and sent again
 */
export async function loadCreation(creationId: string): Promise<CreationDto> {
  try {
    return await queryClient.ensureQueryData(creationById(creationId))
  } catch (cause) {
    if (isNoWork(cause)) throw notFound()
    throw cause
  }
}

/** What the API answers to an id that is none, is somebody else's, or was purged. */
export function isNoWork(cause: unknown): boolean {
  const { code } = toShownError(cause)
  return code === 'VALIDATION_FAILED' || code === 'CREATION_NOT_FOUND'
}
