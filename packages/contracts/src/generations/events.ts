import type { ErrorCode } from '../errors.ts'
import type { PictureState } from '../models/image-kinds.ts'

/** Progress of one generation, as it travels over the Redis stream and SSE. Ids are `<epoch>-<sequence>`, totally ordered. */
export type ProgressEvent =
  /** A new attempt begins: drop the draft. The first event of every epoch. */
  | { type: 'reset'; model: string; isFallback: boolean; attempt: number; text: string; part?: WorkPlace }
  | { type: 'delta'; text: string }
  /** The model is thinking; the text of its thoughts is not shown, only that it goes on. */
  | { type: 'thinking' }
  /** Something is known of one of the pictures that are made; what, and the picture itself, is asked for with `images.get`. */
  | { type: 'picture'; place: number; total: number; state: PictureState }
  /** The vendor withdrew what was shown. */
  | { type: 'retract' }
  /** The whole text so far: for late viewers and when the stream is gone. */
  | { type: 'snapshot'; text: string; model: string | null }
  /** Final. Emitted only after the database has committed. */
  | {
      type: 'done'
      status: 'succeeded' | 'failed' | 'cancelled'
      versionId: string | null
      isIncomplete: boolean
      refundedCredits: number
      failure: ErrorCode | null
    }

/** Where in a long work the writing is; `total` is null while the outline is being made. */
export interface WorkPlace {
  /** From 1; one above `total` for the parts around the text, which are written last. */
  index: number
  total: number | null
  title: string
}

export interface TrackedProgress {
  id: string
  event: ProgressEvent
}

/** Epoch of final events: above every attempt's, so that they always come last. */
export const finalEpoch = 9_999_999

/**
 * Epochs grow with every schedule of a model call (`round`, from 0) and with its attempts (from 1), so that an old attempt
 * is fenced off by a newer one.
 */
export function epochOf(round: number, attempt: number): number {
  return (round + 1) * 1_000 + attempt
}

/** Orders two event ids; negative when `left` is earlier. */
export function compareEventIds(left: string, right: string): number {
  const [leftEpoch = 0, leftSequence = 0] = left.split('-').map(Number)
  const [rightEpoch = 0, rightSequence = 0] = right.split('-').map(Number)
  return leftEpoch - rightEpoch || leftSequence - rightSequence
}
