import type { BulkResultDto } from '@mozhou/contracts/creations/answers'

/** A bulk action on any number of works: as many requests as the API's limit makes of them, one after the other. */
export async function inChunks(
  creationIds: readonly string[],
  act: (creationIds: string[]) => Promise<BulkResultDto>,
): Promise<BulkResultDto> {
  // With the limit come the schemas of the library and every tool: too much for a page that only lists.
  const { bulkLimit } = await import('@mozhou/contracts/creations/kinds')
  const whole: BulkResultDto = { changedIds: [], refused: [] }
  for (let start = 0; start < creationIds.length; start += bulkLimit) {
    const part = await act(creationIds.slice(start, start + bulkLimit))
    whole.changedIds.push(...part.changedIds)
    whole.refused.push(...part.refused)
  }
  return whole
}
