import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { announceDone } from './announce-done.ts'
import { loadFinished } from './load-finished.ts'
import { storeVersion } from '../writing/store-version.ts'

/**
 * Ends a long work whose next part nobody could write: the finished parts become the version, incomplete, on the one charge; going on
 * with it is free. A repeat changes nothing.
 */
export async function keepParts(ctx: DomainContext, input: { generationId: string }): Promise<void> {
  const finished = await loadFinished(ctx, input.generationId)
  const { id } = await storeVersion(ctx, finished, {
    epoch: finished.draftEpoch,
    status: 'succeeded',
    isIncomplete: true,
    isPartial: false,
  })
  await announceDone(ctx, input.generationId, {
    type: 'done',
    status: 'succeeded',
    versionId: id === null ? null : formatId('version', id),
    isIncomplete: true,
    refundedCredits: 0,
    failure: null,
  })
}
