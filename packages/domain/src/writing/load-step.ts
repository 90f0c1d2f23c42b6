import type { WorkPlace } from '@mozhou/contracts/generations/events'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import { piecesOf } from './plan-optimising.ts'
import type { BuiltPrompt } from './prompts/prompt.ts'
import {
  buildClosingPrompt,
  buildOptimisedPartPrompt,
  buildOutlinePrompt,
  buildPartPrompt,
} from './prompts/part-prompts.ts'
import { baseOfStep, isClosing, mainTextOf, writeAround } from './work-plan.ts'
import type { WorkPlan, WorkStep } from './work-plan.ts'

export interface LoadedStep {
  step: WorkStep
  /** Null while the outline is still to be made. */
  plan: WorkPlan | null
  /** A repeat of a step that was stored already. */
  isDone: boolean
  place: WorkPlace
}

interface StepQuestion {
  tool: ToolKey
  form: unknown
  step: WorkStep
  plan: WorkPlan | null
  text: string
  /** The pinned version's; undefined takes the code's own. */
  system: string | undefined
  /** The version that is optimised, whose pieces are the parts. */
  optimised: ToolResult | null
}

/** What one step of a long work goes on from, and what it asks the model for. */
export function loadStep(question: StepQuestion): { work: LoadedStep; baseText: string; prompt: BuiltPrompt } {
  const { tool, form, step, plan, text, system } = question
  if (step === 'outline') {
    const place = { index: 0, total: null, title: '' }
    const work = { step, plan, isDone: plan !== null, place }
    return { work, baseText: '', prompt: buildOutlinePrompt(tool, form, system) }
  }
  if (!plan) throw new Error(`step ${step} of a work without a plan`)
  const baseText = baseOfStep(tool, plan, step, text)
  const place = { index: step, total: plan.parts.length, title: plan.parts[step - 1]?.title ?? '' }
  const work = { step, plan, isDone: plan.ends.length >= step, place }
  return { work, baseText, prompt: promptOfStep({ ...question, plan, step, text: baseText }) }
}

function promptOfStep(question: StepQuestion & { plan: WorkPlan; step: number }): BuiltPrompt {
  const { tool, form, step, plan, text, system, optimised } = question
  const optimise = plan.optimise && optimised ? { request: plan.optimise, result: optimised } : null
  if (isClosing(plan, step)) {
    const around = optimise && { request: optimise.request, text: writeAround(tool, optimise.result) }
    return buildClosingPrompt(tool, form, { text, optimise: around }, system)
  }
  if (!optimise) return buildPartPrompt(tool, form, { plan: plan.parts, index: step, text }, system)
  const piece = piecesOf(mainTextOf(tool, optimise.result))[step - 1] ?? ''
  const title = plan.parts[step - 1]?.title ?? ''
  return buildOptimisedPartPrompt(tool, { piece, title, text, optimise: optimise.request }, system)
}
