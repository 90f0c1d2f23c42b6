import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { queryClient } from '@mozhou/ui/api/query-client'
import { creationById } from './queries.ts'

/** For a route's loader: what the page would read first. */
export function loadCreation(creationId: string): Promise<CreationDto> {
  return queryClient.ensureQueryData(creationById(creationId))
}
