import { z } from 'zod'
import { countAnswer, recordAnswer, wordingAnswer } from '../answers.ts'
import { toolKeyInput } from './registry.ts'

const toolRowFields = { key: toolKeyInput, title: wordingAnswer, description: wordingAnswer, icon: z.string() }

/** A tool in the gallery. */
const toolRowAnswer = z.object(toolRowFields)
export type ToolRowDto = z.output<typeof toolRowAnswer>

/** One field of a tool's form. Limits are null where the field has none of that kind. */
const toolFieldAnswer = z
  .object({
    name: z.string(),
    label: wordingAnswer,
    hint: wordingAnswer.nullable(),
    /** `texts`: a list of them; `choice`: one of `options`. */
    type: z.enum(['text', 'texts', 'choice', 'number', 'boolean']),
    isRequired: z.boolean(),
    /** What is taken for a field that is left out; null for one that is required. */
    default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
    /** Characters of a text, or of each one in a list. */
    minLength: countAnswer.nullable(),
    maxLength: countAnswer.nullable(),
    maxItems: countAnswer.nullable(),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
    unit: wordingAnswer.nullable(),
    options: z.array(z.object({ value: z.string(), label: wordingAnswer })).nullable(),
  })
  .meta({ id: 'ToolField' })
export type ToolFieldDto = z.output<typeof toolFieldAnswer>

/** A tool with all that a script needs to fill its form. */
export const toolAnswer = z
  .object({
    ...toolRowFields,
    /** Of one generation; members pay nothing. */
    priceCredits: countAnswer,
    fields: z.array(toolFieldAnswer),
    /** A filled form that shows what the tool can do. */
    example: recordAnswer,
  })
  .meta({ id: 'Tool' })
export type ToolDto = z.output<typeof toolAnswer>
