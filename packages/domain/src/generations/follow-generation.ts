import { setTimeout as sleep } from 'node:timers/promises'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import { AppError } from '@mozhou/contracts/errors'
import { isActive } from '@mozhou/contracts/generations/kinds'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readRow } from '../read-row.ts'
import { createWake } from './create-wake.ts'
import type { ProgressHub } from './progress-hub.ts'
import { draftId } from './progress-log.ts'
import type { Place } from './progress-log.ts'
import { joinDeltas } from './progress-stream.ts'

/** From this many viewers in one process on, each is told less often and more at once: what they cost stays bounded. */
const crowd = 100
const pauseMsPerViewer = 0.08
const longestPauseMs = 400

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
  input: FollowInput,
): AsyncGenerator<TrackedProgress> {
  const { generationId, userId, signal } = input
  const { feed, leave } = hub.join(ctx, { generationId, ...(await assertOwnGeneration(ctx, generationId, userId)) })
  const wake = createWake(signal)
  const unwatch = feed.watch(wake.notify)
  // The stored draft has no id of its own: it stands under the last one that this viewer has.
  let lastId = input.after ?? draftId
  let place: Place = input.after === null ? null : { after: input.after }
  try {
    while (!signal.aborted) {
      const ending = feed.ending()
      const { events, next } = feed.log.read(place)
      place = next
      const isCrowded = hub.viewers() >= crowd
      for (const tracked of isCrowded ? joinDeltas(events) : events) {
        if (tracked.id !== draftId) lastId = tracked.id
        yield { id: lastId, event: tracked.event }
      }
      if (ending) {
        yield* ending
        return
      }
      const failure = feed.failure()
      if (failure) throw failure.cause
      await wake.wait()
      if (isCrowded && events.length > 0) await pause(hub.viewers(), signal)
    }
  } finally {
    unwatch()
    leave()
  }
}

async function pause(viewers: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(longestPauseMs, viewers * pauseMsPerViewer), undefined, { signal }).catch(() => {
    // Aborted: the viewer has left.
  })
}

/** @throws AppError GENERATION_NOT_FOUND when it is not this user's. */
export async function assertOwnGeneration(
  ctx: DomainContext,
  generationId: string,
  userId: string,
): Promise<{ isActive: boolean }> {
  const own = await readRow<{ status: string }>(
    ctx,
    Prisma.sql`SELECT status FROM generations WHERE id = ${generationId}::uuid AND user_id = ${userId}::uuid`,
  )
  if (!own) throw new AppError('GENERATION_NOT_FOUND')
  return { isActive: isActive(own.status) }
}
