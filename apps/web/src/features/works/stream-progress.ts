import type { StreamState } from './stream-state.ts'

/** How far a generation is, without its text. */
export interface StreamProgress extends Pick<
  StreamState,
  'model' | 'phase' | 'isFallback' | 'attempt' | 'part' | 'replaced'
> {
  hasBegun: boolean
  hasText: boolean
}

export function progressOf(state: StreamState): StreamProgress {
  const { model, phase, isFallback, attempt, part, replaced } = state
  const [hasBegun, hasText] = [state.lastId !== null, state.text !== '']
  return { model, phase, isFallback, attempt, part, replaced, hasBegun, hasText }
}

/** A piece of text changes nothing of it. */
export function isSameProgress(left: StreamProgress, right: StreamProgress): boolean {
  return (
    left.model === right.model &&
    left.phase === right.phase &&
    left.isFallback === right.isFallback &&
    left.attempt === right.attempt &&
    left.part === right.part &&
    left.replaced === right.replaced &&
    left.hasBegun === right.hasBegun &&
    left.hasText === right.hasText
  )
}
