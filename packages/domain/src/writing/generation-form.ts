import { rewriteGoals } from '@mozhou/contracts/editing/kinds'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import { suggestionKinds } from '@mozhou/contracts/platform-suggestions/kinds'
import { optimiseGoals } from '@mozhou/contracts/writing/optimise-goals'
import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import { z } from 'zod'

const optimiseStored = z.object({
  form: z.record(z.string(), z.unknown()),
  goal: z.enum(optimiseGoals),
  instruction: z.string().nullable(),
})
const continueStored = z.object({ form: z.record(z.string(), z.unknown()) })

const rewriteStored = z.object({
  selection: z.object({ field: z.string(), start: z.number(), end: z.number(), text: z.string() }),
  /** What stands around the selection. */
  before: z.string(),
  after: z.string(),
  goal: z.enum(rewriteGoals),
  instruction: z.string().nullable(),
  /** Lines for one field of a package for a platform, in place of other words for the selection. */
  suggestion: z
    .object({
      what: z.enum(suggestionKinds),
      platform: z.enum(platformKeys),
      platformName: z.string(),
      limit: z.number(),
      isHalfWidth: z.boolean(),
    })
    .optional(),
})
export type StoredSuggestion = NonNullable<z.output<typeof rewriteStored>['suggestion']>

/** What a rewrite stored as its input: it has no form of the tool. */
export function readRewriteForm(input: unknown): z.output<typeof rewriteStored> {
  return rewriteStored.parse(input)
}

export interface GenerationForm {
  /** The tool's form that the creation goes back to. */
  form: unknown
  optimise: z.output<typeof optimiseStored> | null
}

/** What a generation stored as its input: the form itself, or the form with what was asked for on top. */
export function readGenerationForm(kind: GenerationKind, input: unknown): GenerationForm {
  if (kind === 'optimise') {
    const optimise = optimiseStored.parse(input)
    return { form: optimise.form, optimise }
  }
  return { form: kind === 'continue' ? continueStored.parse(input).form : input, optimise: null }
}
