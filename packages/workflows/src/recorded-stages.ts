import type { AcceptedRun, AttemptInput, AttemptOutcome, Stage } from './activities.ts'

/** What histories from before November 2026 hold instead of stages: a number of parts, known after an outline, and one more step. */
interface RecordedWork {
  next: 'outline' | number
  total: number | null
}

/** The stages of a run, also where its history has only the numbers. */
export function stagesOf(accepted: AcceptedRun & { work?: RecordedWork }): readonly Stage[] {
  const { stages, work } = accepted
  if (stages || !work) return stages ?? []
  if (work.next === 'outline') return [{ step: 'outline', name: 'outline', delivers: false }]
  return numbered(work.next, work.total ?? 0)
}

export function stagesAfter(
  outcome: AttemptOutcome & { parts?: number },
  step: AttemptInput['step'],
): readonly Stage[] | undefined {
  const { stages, parts } = outcome
  return stages ?? (step === 'outline' && parts !== undefined ? numbered(1, parts) : undefined)
}

function numbered(from: number, parts: number): Stage[] {
  return Array.from({ length: parts + 2 - from }, (_, index) => {
    const step = from + index
    return { step, name: `${step}/${parts + 1}`, delivers: true }
  })
}
