import { finalEpoch } from '@mozhou/contracts/generations/events'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'
import type { ProgressHub } from './progress-hub.ts'
import { foldProgress, readProgress } from './progress-stream.ts'
import { readGenerationState } from './read-generation-state.ts'
import type { GenerationState } from './read-generation-state.ts'

/** Backstop: the row is looked at this often, so that a lost announcement delays the end and never hides it. */
const rowEveryMs = 5_000
/** Without the stream the stored draft is shown instead, at this pace. */
const draftEveryMs = 1_000

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
  await readGenerationState(ctx, generationId, userId)
  const bell = createBell(signal)
  const unwatch = hub.watch(generationId, bell.ring)
  let cursor = input.after
  let isResynced = cursor !== null
  let shown = ''
  let nextRowAt = 0
  try {
    while (!signal.aborted) {
      const events = await withRedis(
        ctx,
        (redis) => readProgress(redis, generationId, isResynced ? cursor : null),
        null,
      )
      const batch = events && !isResynced ? compacted(events) : (events ?? [])
      if (batch.length > 0) isResynced = true
      for (const tracked of batch) {
        if (tracked.event.type === 'done') {
          const state = await withRow(ctx, generationId, userId)
          yield* state?.isFinal ? ending(state) : [tracked]
          return
        }
        cursor = tracked.id
        yield tracked
      }
      if (batch.length > 0 && events?.length === 1_000) continue
      const now = Date.now()
      if (events === null || now >= nextRowAt) {
        nextRowAt = now + rowEveryMs
        const state = await withRow(ctx, generationId, userId)
        if (state?.isFinal) {
          if (isResynced) yield* lastWords(ctx, generationId, cursor)
          yield* ending(state)
          return
        }
        if (events === null && state && state.draftText !== shown) {
          shown = state.draftText
          isResynced = false
          yield { id: cursor ?? '0-0', event: { type: 'snapshot', text: shown, model: state.draftModel } }
        }
      }
      await bell.wait(events === null ? draftEveryMs : rowEveryMs)
    }
  } finally {
    unwatch()
  }
}

/** The replay of a late viewer as one snapshot, and the end when it is there already. */
function compacted(events: TrackedProgress[]): TrackedProgress[] {
  const last = events.at(-1)
  const isOver = last?.event.type === 'done'
  // The end keeps its id for itself: a viewer cut off between the two must be told the end again.
  const state = foldProgress(isOver ? events.slice(0, -1) : events)
  if (!state || !last) return events
  const snapshot: TrackedProgress = {
    id: state.lastId,
    event: { type: 'snapshot', text: state.text, model: state.model },
  }
  return isOver ? [snapshot, last] : [snapshot]
}

/** What was written between the last reading of the stream and the look at the row. */
async function* lastWords(
  ctx: DomainContext,
  generationId: string,
  after: string | null,
): AsyncGenerator<TrackedProgress> {
  const events = await withRedis(ctx, (redis) => readProgress(redis, generationId, after), [])
  for (const tracked of events) if (tracked.event.type !== 'done') yield tracked
}

/** The stored text once more before the end: whatever was lost on the way, every viewer ends with what the database holds. */
function* ending(state: GenerationState): Generator<TrackedProgress> {
  yield { id: `${finalEpoch}-0`, event: { type: 'snapshot', text: state.finalText, model: state.draftModel } }
  yield { id: `${finalEpoch}-1`, event: state.done }
}

async function withRow(ctx: DomainContext, generationId: string, userId: string): Promise<GenerationState | null> {
  try {
    return await readGenerationState(ctx, generationId, userId)
  } catch (cause) {
    ctx.log.warn({ err: cause, generationId }, 'row of a followed generation could not be read; trying again')
    return null
  }
}

/** Sleeps until rung, timed out or aborted; a ring while awake is kept. */
function createBell(signal: AbortSignal) {
  let isRung = false
  let wake: (() => void) | null = null
  const ring = () => {
    isRung = true
    wake?.()
  }
  signal.addEventListener('abort', ring, { once: true })
  return {
    ring,
    async wait(timeoutMs: number) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = null
      isRung = false
    },
  }
}
