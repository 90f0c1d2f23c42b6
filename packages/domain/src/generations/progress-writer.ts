import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import type { DomainContext } from '../context.ts'
import { AttemptSuperseded } from '../models/attempt-failure.ts'
import { withRedis } from '../with-redis.ts'
import { appendProgress, stopKey } from './progress-stream.ts'

/** Deltas are gathered this long: 25 events a second read as fluent, and cost a tenth of one event per token. */
const gatherMs = 40
const gatherCharacters = 512
/** While nothing is written, a stop is looked for this often. */
const lookForStopMs = 300
/** Without Redis, try it again this often; the text is safe in the draft meanwhile. */
const retryMs = 1_000

export interface ProgressWriter {
  delta(text: string): void
  thinking(): void
  retract(): void
  picture(event: Extract<ProgressEvent, { type: 'picture' }>): void
  /** Writes what is gathered and waits for it. */
  flush(): Promise<void>
  /** Ends its watch for a stop. */
  close(): void
}

export interface WriterOptions {
  generationId: string
  epoch: number
  first: Extract<ProgressEvent, { type: 'reset' }>
  /** The person pressed stop. */
  onStop(): void
  /** A newer attempt owns the stream. */
  onSuperseded(error: AttemptSuperseded): void
}

/** Puts one attempt's progress on the stream. When the stream was lost (Redis restarted), it goes on from a snapshot. */
export function createProgressWriter(ctx: DomainContext, options: WriterOptions): ProgressWriter {
  const { generationId, epoch, first } = options
  let sequence = 0
  let text = first.text
  let pending: ProgressEvent[] = [first]
  let gathered = ''
  let isBroken = false
  let brokenUntil = 0
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  let lastThinking = 0
  let lastAppend = Date.now()
  const watch = setInterval(() => {
    if (Date.now() - lastAppend < lookForStopMs) return
    void withRedis(ctx, (redis) => redis.exists(stopKey(generationId)), 0).then((found) => {
      if (found === 1) options.onStop()
    })
  }, lookForStopMs)

  const takeGathered = () => {
    if (gathered !== '') pending.push({ type: 'delta', text: gathered })
    gathered = ''
  }
  const append = async (event: ProgressEvent, mayCreate: boolean) => {
    sequence += 1
    lastAppend = Date.now()
    const { outcome, isStopRequested } = await appendProgress(
      ctx.redis,
      generationId,
      `${epoch}-${sequence}`,
      event,
      mayCreate,
    )
    if (isStopRequested) options.onStop()
    if (outcome === 'fenced') options.onSuperseded(new AttemptSuperseded())
    return outcome
  }
  const writePending = async () => {
    const events = pending
    pending = []
    if (isBroken && Date.now() < brokenUntil) return
    try {
      for (const event of events) {
        const needsWhole = isBroken || (await append(event, event.type === 'reset')) === 'lost'
        if (!needsWhole) continue
        // The whole text holds what came in meanwhile: sent once more, it would stand there twice.
        gathered = ''
        pending = []
        await append({ type: 'snapshot', text, model: first.model }, true)
        isBroken = false
        break
      }
    } catch (cause) {
      if (!isBroken)
        ctx.log.warn({ err: cause, generationId }, 'progress stream is unreachable; text goes on into the draft')
      isBroken = true
      brokenUntil = Date.now() + retryMs
    }
  }
  const flush = () => {
    if (timer) clearTimeout(timer)
    timer = null
    takeGathered()
    writing = writing.then(writePending)
    return writing
  }
  const soon = () => {
    timer ??= setTimeout(() => void flush(), gatherMs)
  }
  void flush()
  return {
    delta(part) {
      const isFirst = text === first.text
      text += part
      gathered += part
      if (isFirst || gathered.length >= gatherCharacters) void flush()
      else soon()
    },
    thinking() {
      if (Date.now() - lastThinking < 1_000) return
      lastThinking = Date.now()
      takeGathered()
      pending.push({ type: 'thinking' })
      soon()
    },
    retract() {
      gathered = ''
      text = first.text
      pending.push(text === '' ? { type: 'retract' } : { type: 'snapshot', text, model: first.model })
      void flush()
    },
    picture(event) {
      takeGathered()
      pending.push(event)
      void flush()
    },
    flush,
    close: () => clearInterval(watch),
  }
}
