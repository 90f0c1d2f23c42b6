import { z } from 'zod'
import { idInput } from '../ids.ts'
import { textInput } from '../text.ts'
import { deletionWords } from './kinds.ts'

export const requestDeletionInput = z.object({
  currentPassword: z.string().min(1).max(200),
  /** The word of either language, to the letter. */
  confirmation: z.enum([deletionWords['zh-CN'], deletionWords.en]),
})
export type RequestDeletionInput = z.output<typeof requestDeletionInput>

/** For somebody who asked support; the reason says how it is known that it was them. */
export const startDeletionInput = z.object({ userId: idInput('user'), reason: textInput(4, 200) })
