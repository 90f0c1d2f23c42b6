import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { announceDone } from './announce-done.ts'
import { loadFinished } from './load-finished.ts'
import { endRewrite } from '../editing/end-rewrite.ts'
import { storeVersion } from '../writing/store-version.ts'

/**
 * Turns the finished draft of `epoch` into the creation's new version, or leaves it as the replacement it was asked for, then tells
 * viewers. A repeat changes nothing.
 */
export async function completeGeneration(
  ctx: DomainContext,
  input: { generationId: string; epoch: number; finish: 'stop' | 'length' },
): Promise<void> {
  const finished = await loadFinished(ctx, input.generationId)
  if (finished.kind === 'rewrite') return endRewrite(ctx, finished, input)
  const { id, isIncomplete } = await storeVersion(ctx, finished, {
    epoch: input.epoch,
    status: 'succeeded',
    isIncomplete: input.finish === 'length',
    isPartial: false,
  })
  await announceDone(ctx, input.generationId, {
    type: 'done',
    status: 'succeeded',
    versionId: id === null ? null : formatId('version', id),
    isIncomplete,
    refundedCredits: 0,
    failure: null,
  })
}
