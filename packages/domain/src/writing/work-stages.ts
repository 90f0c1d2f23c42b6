import type { Stage, Step } from '../generations/fulfilment.ts'
import type { WorkPlan, WorkStep } from './work-plan.ts'

export const outlineStage: Stage = { step: 'outline', name: '大纲', delivers: false }

/** The parts that are still to be written, then the sections around the text; nothing of a finished work. */
export function stagesOf({ parts, ends }: Pick<WorkPlan, 'parts' | 'ends'>): Stage[] {
  const total = parts.length
  const names = [...parts.map((_, index) => `第 ${index + 1}/${total} 部分`), '标题与附加部分']
  return names.map((name, index) => ({ step: index + 1, name, delivers: true })).slice(ends.length)
}

/** @throws Error for a step that no long work has. */
export function workStepOf(step: Step): WorkStep {
  if (step === 'outline' || typeof step === 'number') return step
  throw new Error(`a long work has no step ${step}`)
}
