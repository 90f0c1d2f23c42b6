import type { Candidate, Work, WorkStep } from './activities.ts'
import { writeWithFallback } from './write-with-fallback.ts'
import type { Desk, WritingResult, Written } from './write-with-fallback.ts'

/** The finished parts of a work whose next part nobody could write. */
export interface KeptParts {
  kind: 'parts'
  written: number
  model: string
}

/**
 * Outline, parts, then the sections around the text: each a model call with fallback of its own, stored as it ends. A stop ends the work
 * between or within parts; when a part fails with every model, what was written before it is kept.
 */
export async function writeInParts(desk: Desk, work: Work): Promise<WritingResult | KeptParts> {
  let { total } = work
  let candidates = desk.candidates
  let last: Written | null = null
  for (
    let step: WorkStep = work.next;
    total === null || step === 'outline' || step <= total + 1;
    step = following(step)
  ) {
    const result = await writeWithFallback({ ...desk, candidates }, { step, name: nameOf(step, total) })
    if (result.kind === 'stopped') return result
    if (result.kind === 'failed')
      return last && isText(step) ? { kind: 'parts', written: step - 1, model: last.model } : result
    total ??= result.parts ?? 0
    candidates = beginningWith(candidates, result.model)
    if (step !== 'outline') last = result
  }
  if (!last) throw new Error('a long work without a step to write')
  return last
}

const following = (step: WorkStep): number => (step === 'outline' ? 1 : step + 1)
const isText = (step: WorkStep): step is number => step !== 'outline'

function nameOf(step: WorkStep, total: number | null): string {
  if (step === 'outline' || total === null) return '大纲'
  return step > total ? '标题与附加部分' : `第 ${step}/${total} 部分`
}

/** Whoever wrote the last part is asked first for the next: the others have failed a moment ago, or would change the tone. */
function beginningWith(candidates: readonly Candidate[], alias: string): readonly Candidate[] {
  const at = candidates.findIndex((candidate) => candidate.alias === alias)
  return at <= 0 ? candidates : [...candidates.slice(at), ...candidates.slice(0, at)]
}
