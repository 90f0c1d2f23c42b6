import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { DomainContext } from '../context.ts'
import { createWake } from './create-wake.ts'
import { findOwnGeneration } from './find-own-generation.ts'
import { openFollowing } from './open-following.ts'
import type { ProgressHub } from './progress-hub.ts'

export interface FollowInput {
  generationId: string
  userId: string
  /** Last event the viewer has; null for a new viewer, who gets one snapshot instead of the whole replay. */
  after: string | null
  signal: AbortSignal
}

/**
 * Everything that happens to a generation from `after` on, ending with `done`. Falls back to the stored text while Redis is away.
 * @throws AppError GENERATION_NOT_FOUND when it is not this user's.
 */
export async function* followGeneration(
  ctx: DomainContext,
  hub: ProgressHub,
  { generationId, userId, after, signal }: FollowInput,
): AsyncGenerator<TrackedProgress> {
  const followed = await findOwnGeneration(ctx, hub, { generationId, userId })
  const wake = createWake(signal)
  const following = openFollowing(ctx, hub, { followed, after, onNews: wake.notify })
  try {
    while (!signal.aborted) {
      const { events, ending, failure } = following.read()
      yield* events
      if (ending) return yield* ending
      if (failure) throw failure.cause
      await wake.wait()
    }
  } finally {
    following.close()
  }
}
