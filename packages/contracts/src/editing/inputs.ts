import { z } from 'zod'
import { mostCreditsField } from '../generations/most-credits.ts'
import { idInput, requestKeyInput } from '../ids.ts'
import { anyOfThem, neededUnless } from '../json-rules.ts'
import { exactTextInput, textInput } from '../text.ts'
import { rewriteGoals } from './kinds.ts'

/** Characters of one field of a result that a person may store. */
export const longestField = 200_000

const line = exactTextInput(2_000)
const field = z.union([
  exactTextInput(longestField),
  z.array(z.union([line, z.record(z.string().max(60), z.union([line, z.number(), z.boolean(), z.null()]))])).max(2_000),
])

/** The current version that the person began from; if another one has come since, nothing is stored: CREATION_CONFLICT. */
const baseVersionId = idInput('version')

export const updateCreationInput = z
  .object({
    creationId: idInput('creation'),
    baseVersionId,
    title: textInput(1, 200).optional(),
    /** The tool's own fields, checked against its output; those left out stay. */
    result: z.record(z.string().max(60), field).optional(),
    /** The whole Markdown text, for tools that have one. */
    markdown: exactTextInput(longestField).optional(),
  })
  .refine(({ title, result, markdown }) => title !== undefined || result !== undefined || markdown !== undefined, {
    path: ['result'],
    message: 'nothing to change',
    params: { rule: 'required' },
  })
  .meta(anyOfThem(['title', 'result', 'markdown']))
export type UpdateCreationInput = z.output<typeof updateCreationInput>

export const restoreVersionInput = z.object({
  creationId: idInput('creation'),
  versionId: idInput('version'),
  baseVersionId,
})
export type RestoreVersionInput = z.output<typeof restoreVersionInput>

const longestSelection = 5_000

export const rewriteSelectionInput = z
  .object({
    creationId: idInput('creation'),
    baseVersionId,
    /** A text field of the tool's result. */
    field: z.string().min(1).max(60),
    /** UTF-16 offsets into that field, the end not included, and what stands between them. */
    start: z.number().int().min(0).max(longestField),
    end: z.number().int().min(1).max(longestField),
    text: exactTextInput(longestSelection).min(1),
    goal: z.enum(rewriteGoals),
    instruction: textInput(0, 500).nullish(),
    modelId: idInput('model').nullish(),
    mostCredits: mostCreditsField,
    requestKey: requestKeyInput,
  })
  .refine((value) => value.goal !== 'custom' || Boolean(value.instruction), {
    path: ['instruction'],
    message: 'required for this goal',
    params: { rule: 'required' },
  })
  .meta(
    neededUnless(
      'instruction',
      'goal',
      rewriteGoals.filter((goal) => goal !== 'custom'),
    ),
  )
export type RewriteSelectionInput = z.output<typeof rewriteSelectionInput>

export const rewriteIdInput = z.object({ generationId: idInput('generation') })
