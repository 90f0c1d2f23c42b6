import { z } from 'zod'
import { wordingAnswer } from '../answers.ts'
import { toolKeyInput } from './registry.ts'

/** A tool in the gallery. */
export const toolRowAnswer = z
  .object({ key: toolKeyInput, title: wordingAnswer, description: wordingAnswer, icon: z.string() })
  .meta({ id: 'Tool' })
export type ToolRowDto = z.output<typeof toolRowAnswer>
