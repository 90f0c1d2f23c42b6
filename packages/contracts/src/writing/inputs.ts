import { z } from 'zod'
import { mostCreditsField } from '../generations/most-credits.ts'
import { idInput, requestKeyInput } from '../ids.ts'
import { neededUnless } from '../json-rules.ts'
import { textInput } from '../text.ts'
import { toolKeyInput } from '../tools/registry.ts'
import { longestInstruction, optimiseGoals } from './optimise-goals.ts'
import type { OptimiseGoal } from './optimise-goals.ts'

export const generateInput = z.object({
  tool: toolKeyInput,
  /** Checked against the tool's own schema; a failure names the field and the rule. */
  input: z.record(z.string(), z.unknown()),
  modelId: idInput('model').nullish(),
  mostCredits: mostCreditsField,
  requestKey: requestKeyInput,
})
export type GenerateInput = z.output<typeof generateInput>

export const regenerateInput = z.object({
  creationId: idInput('creation'),
  /** Left out: the form of the last generation again. */
  input: z.record(z.string(), z.unknown()).nullish(),
  modelId: idInput('model').nullish(),
  mostCredits: mostCreditsField,
  requestKey: requestKeyInput,
})
export type RegenerateInput = z.output<typeof regenerateInput>

const instructedGoals: readonly OptimiseGoal[] = ['audience', 'custom']
const plainGoals = optimiseGoals.filter((goal) => !instructedGoals.includes(goal))

export const optimiseInput = z
  .object({
    creationId: idInput('creation'),
    goal: z.enum(optimiseGoals),
    /** For goal `audience` the reader, for `custom` the instruction. */
    instruction: textInput(0, longestInstruction).nullish(),
    modelId: idInput('model').nullish(),
    mostCredits: mostCreditsField,
    requestKey: requestKeyInput,
  })
  .refine((value) => !instructedGoals.includes(value.goal) || Boolean(value.instruction), {
    path: ['instruction'],
    message: 'required for this goal',
    params: { rule: 'required' },
  })
  .meta(neededUnless('instruction', 'goal', plainGoals))
export type OptimiseInput = z.output<typeof optimiseInput>

export const continueInput = z.object({ creationId: idInput('creation'), requestKey: requestKeyInput })
export type ContinueInput = z.output<typeof continueInput>
