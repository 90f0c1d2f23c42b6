import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { finalEpoch } from '@mozhou/contracts/generations/events'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'
import { createWake } from './create-wake.ts'
import { createProgressLog } from './progress-log.ts'
import type { ProgressLog } from './progress-log.ts'
import { readProgress } from './progress-stream.ts'
import { readGenerationState } from './read-generation-state.ts'
import type { GenerationState } from './read-generation-state.ts'

/** Backstop: the row is looked at this often, so that a lost announcement delays the end and never hides it. */
const rowEveryMs = 5_000
/** Without the stream the stored draft is shown instead, at this pace. */
const draftEveryMs = 1_000
const readAtOnce = 1_000

/** Viewers told in one go, so that a crowd does not hold up everybody else's requests. */
const toldAtOnce = 200

/** One generation as one process sees it: read once from the stream, however many watch. */
export interface ProgressFeed {
  log: ProgressLog
  /** What every viewer is told last, once the generation has ended. */
  ending(): readonly TrackedProgress[] | null
  /** What broke the reading, if anything did; nothing more comes then. */
  failure(): { cause: unknown } | null
  /** Calls `wake`, which must not throw, after changes until the returned function is called. */
  watch(wake: () => void): () => void
  close(): void
}

export interface FeedOptions {
  watch: Watch
  /** How long viewers are left alone after they were told; what comes meanwhile is told together then. */
  pauseMs: () => number
}

/** Calls `wake` when something was written, until the returned function is called. */
export type Watch = (generationId: string, wake: () => void) => () => void

export interface Followed {
  generationId: string
  /** Whose it is. */
  userId: string
  /** Whether its row, looked at a moment ago, had not ended: then the stream is read first. */
  isActive: boolean
}

export function createProgressFeed(
  ctx: DomainContext,
  { generationId, isActive }: Followed,
  { watch, pauseMs }: FeedOptions,
): ProgressFeed {
  const log = createProgressLog()
  const viewers = new Set<() => void>()
  const closing = new AbortController()
  const written = createWake(closing.signal)
  const unwatch = watch(generationId, written.notify)
  let ending: readonly TrackedProgress[] | null = null
  let failure: { cause: unknown } | null = null
  let isNews = false
  let isTelling = false
  const tellAll = async () => {
    isTelling = true
    while (isNews && !closing.signal.aborted) {
      isNews = false
      let told = 0
      for (const wake of viewers) {
        wake()
        told += 1
        if (told % toldAtOnce === 0) await nextTurn()
      }
      const pause = pauseMs()
      if (pause > 0) await sleep(pause)
    }
    isTelling = false
  }
  const tell = () => {
    isNews = true
    if (!isTelling) void tellAll()
  }
  const end = (last: readonly TrackedProgress[]) => {
    ending = last
    tell()
  }
  const read = async (): Promise<void> => {
    let cursor: string | null = null
    let nextRowAt = isActive ? Date.now() + rowEveryMs : 0
    let shownDraft = ''
    while (!closing.signal.aborted) {
      const events = await readEvents(ctx, generationId, cursor)
      for (const tracked of events ?? []) {
        if (tracked.event.type === 'done') {
          const state = await readState(ctx, generationId)
          return end(state?.isFinal ? endingOf(state) : [tracked])
        }
        cursor = tracked.id
        log.push(tracked)
      }
      if (events && events.length > 0) tell()
      if (events?.length === readAtOnce) continue
      if (events === null || Date.now() >= nextRowAt) {
        nextRowAt = Date.now() + rowEveryMs
        const state = await readState(ctx, generationId)
        if (state?.isFinal) {
          for (const tracked of await lastWords(ctx, generationId, cursor, events !== null)) log.push(tracked)
          return end(endingOf(state))
        }
        if (events === null && state && state.draftText !== shownDraft) {
          shownDraft = state.draftText
          // The stream, when it is back, is read from its beginning: it holds what was written meanwhile.
          cursor = null
          log.showDraft(shownDraft, state.draftModel)
          tell()
        }
      }
      await written.wait(events === null ? draftEveryMs : rowEveryMs)
    }
  }
  read().catch((cause: unknown) => {
    failure = { cause }
    tell()
  })
  return {
    log,
    ending: () => ending,
    failure: () => failure,
    watch(wake) {
      viewers.add(wake)
      return () => viewers.delete(wake)
    },
    close() {
      closing.abort()
      unwatch()
    },
  }
}

/** Null while Redis is away. */
function readEvents(ctx: DomainContext, generationId: string, after: string | null): Promise<TrackedProgress[] | null> {
  return withRedis(ctx, (redis) => readProgress(redis, generationId, after), null)
}

/** How often, and how long apart, the last words are asked for: a busy moment of Redis is no outage. */
const lastTries = 10
const lastPauseMs = 200

/** What was written between the last reading of the stream and the look at the row. */
async function lastWords(
  ctx: DomainContext,
  generationId: string,
  after: string | null,
  isRedisThere: boolean,
): Promise<TrackedProgress[]> {
  for (let left = isRedisThere ? lastTries : 1; left > 0; left -= 1) {
    const events = await readEvents(ctx, generationId, after)
    if (events) return events.filter(({ event }) => event.type !== 'done')
    await sleep(lastPauseMs)
  }
  return []
}

/** The stored text once more before the end: whatever was lost on the way, every viewer ends with what the database holds. */
function endingOf(state: GenerationState): TrackedProgress[] {
  return [
    { id: `${finalEpoch}-0`, event: { type: 'snapshot', text: state.finalText, model: state.draftModel } },
    { id: `${finalEpoch}-1`, event: state.done },
  ]
}

async function readState(ctx: DomainContext, generationId: string): Promise<GenerationState | null> {
  try {
    return await readGenerationState(ctx, generationId)
  } catch (cause) {
    ctx.log.warn({ err: cause, generationId }, 'row of a followed generation could not be read; trying again')
    return null
  }
}
