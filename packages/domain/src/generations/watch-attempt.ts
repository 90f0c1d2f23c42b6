import type { DomainContext } from '../context.ts'
import type { AttemptFailure } from '../models/attempt-failure.ts'
import { toAttemptFailure } from '../models/attempt-failure.ts'
import type { AttemptControl, AttemptInput } from './fulfilment.ts'
import { createProgressWriter } from './progress-writer.ts'
import type { ProgressWriter, WriterOptions } from './progress-writer.ts'

/** The reason of an abort that is the person's stop. */
const stopped = new Error('stopped by the person')

export interface WatchedAttempt {
  /** Aborted by the person's stop, the worker's end and a newer attempt. */
  signal: AbortSignal
  abort(reason: unknown): void
  /** What viewers see of the attempt. */
  writer: ProgressWriter
  /** What an error of the attempt means: null for the person's stop. @throws what is neither that nor a failure of the model */
  failureOf(error: unknown): AttemptFailure | null
  /** Ends the watch, with what was still to be written. */
  close(): Promise<void>
}

/** What is shown before anything comes. */
type Shown = Omit<WriterOptions['first'], 'type' | 'isFallback' | 'attempt'>

/** Listens for whatever ends an attempt that has been claimed, and opens its progress. */
export function watchAttempt(
  ctx: DomainContext,
  { generationId, epoch, attempt, isFallback }: AttemptInput,
  control: AttemptControl,
  shown: Shown,
): WatchedAttempt {
  const aborter = new AbortController()
  const abort = (reason: unknown) => aborter.abort(reason)
  const onAbort = () => abort(control.isStop() ? stopped : control.signal.reason)
  control.signal.addEventListener('abort', onAbort, { once: true })
  if (control.signal.aborted) onAbort()
  const writer = createProgressWriter(ctx, {
    generationId,
    epoch,
    first: { type: 'reset', isFallback, attempt, ...shown },
    onStop: () => abort(stopped),
    onSuperseded: abort,
  })
  return {
    signal: aborter.signal,
    abort,
    writer,
    failureOf(error) {
      const { aborted, reason } = aborter.signal
      if (reason === stopped) return null
      if (aborted) throw reason instanceof Error ? reason : error
      const failure = toAttemptFailure(error)
      if (!failure) throw error
      return failure
    },
    async close() {
      control.signal.removeEventListener('abort', onAbort)
      await writer.flush()
      writer.close()
    },
  }
}
