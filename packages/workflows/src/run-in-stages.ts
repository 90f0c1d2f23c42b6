import type { Candidate, Stage } from './activities.ts'
import { attemptWithFallback } from './attempt-with-fallback.ts'
import type { Finished, RunControl, RunResult } from './attempt-with-fallback.ts'

/** The finished stages of a run whose next one nobody could make. */
export interface KeptStages {
  kind: 'kept'
  stages: number
  model: string
}

/**
 * One stage after the other: each a model call with fallback of its own, stored as it ends. A stop ends the run between or within
 * stages; when one fails with every model, what was delivered before it is kept.
 */
export async function runInStages(control: RunControl, planned: readonly Stage[]): Promise<RunResult | KeptStages> {
  let ahead = planned
  let { candidates } = control
  let last: Finished | null = null
  let delivered = 0
  for (let stage = ahead[0]; stage; stage = ahead[0]) {
    const result = await attemptWithFallback({ ...control, candidates: stage.candidates ?? candidates }, stage)
    if (result.kind === 'stopped') return result
    if (result.kind === 'failed')
      return last && delivered > 0 ? { kind: 'kept', stages: delivered, model: last.model } : result
    ahead = result.stages ?? ahead.slice(1)
    if (!stage.candidates) candidates = beginningWith(candidates, result.model)
    if (stage.delivers) delivered += 1
    last = result
  }
  if (!last) throw new Error('a run in stages without a stage')
  return last
}

/** Whoever made the last stage is asked first for the next: the others have failed a moment ago, or would change the tone. */
function beginningWith(candidates: readonly Candidate[], alias: string): readonly Candidate[] {
  const at = candidates.findIndex((candidate) => candidate.alias === alias)
  return at <= 0 ? candidates : [...candidates.slice(at), ...candidates.slice(0, at)]
}
