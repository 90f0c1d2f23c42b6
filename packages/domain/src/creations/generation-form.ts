import { optimiseGoals } from '@mozhou/contracts/creations'
import type { GenerationKind } from '@mozhou/contracts/creations'
import { z } from 'zod'

const optimiseStored = z.object({
  form: z.record(z.string(), z.unknown()),
  goal: z.enum(optimiseGoals),
  instruction: z.string().nullable(),
})
const continueStored = z.object({ form: z.record(z.string(), z.unknown()) })

export interface GenerationForm {
  /** The tool's form that the creation goes back to. */
  form: unknown
  optimise: z.output<typeof optimiseStored> | null
}

/** What a generation stored as its input: the form itself, or the form with what was wished on top. */
export function readGenerationForm(kind: GenerationKind, input: unknown): GenerationForm {
  if (kind === 'optimise') {
    const optimise = optimiseStored.parse(input)
    return { form: optimise.form, optimise }
  }
  return { form: kind === 'continue' ? continueStored.parse(input).form : input, optimise: null }
}
