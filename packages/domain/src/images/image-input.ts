import { imageToolKeys } from '@mozhou/contracts/image-tools/registry'
import { attachmentRoles, imageSizeKeys, imageStyleKeys } from '@mozhou/contracts/images/kinds'
import { imageOperations, imageQualities } from '@mozhou/contracts/models/image-kinds'
import { z } from 'zod'

const stored = z.object({
  tool: z.enum(imageToolKeys),
  operation: z.enum(imageOperations),
  prompt: z.string(),
  helpsPrompt: z.boolean(),
  negativePrompt: z.string(),
  size: z.enum(imageSizeKeys).nullable(),
  style: z.enum(imageStyleKeys),
  quality: z.enum(imageQualities),
  count: z.number(),
  strength: z.number().nullable(),
  factor: z.number().nullable(),
  work: z.object({ creationId: z.string(), role: z.enum(attachmentRoles), place: z.number() }).nullable(),
  sourceFileId: z.string().nullable(),
  /** Where the source stands in the same work. */
  sourceVersionId: z.string().nullable(),
  maskFileId: z.string().nullable(),
  /** As it was when the button was pressed. */
  unitCredits: z.number(),
})
export type ImageInput = z.output<typeof stored>

/** What a generation of pictures stored as its input. */
export const readImageInput = (input: unknown): ImageInput => stored.parse(input)

/** Whether a text model has a part in it: asked for, or because nothing but the work says what is to be seen. */
export const needsPromptHelp = ({ helpsPrompt, prompt, work }: ImageInput): boolean =>
  helpsPrompt || (prompt === '' && work !== null)
