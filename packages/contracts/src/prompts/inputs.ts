import { z } from 'zod'
import { idInput } from '../ids.ts'
import { textInput } from '../text.ts'
import { instantInput } from '../time.ts'
import { promptKeys } from './keys.ts'

const promptText = textInput(20, 20_000)
const promptNote = textInput(0, 200)
/** The draft as the writer saw it: another's save in between is told, not overwritten. */
const seenAt = instantInput

export const toolPromptInput = z.object({ tool: z.enum(promptKeys) })
export const createPromptDraftInput = z.object({
  tool: z.enum(promptKeys),
  systemText: promptText,
  note: promptNote.default(''),
})
export type CreatePromptDraftInput = z.output<typeof createPromptDraftInput>

const promptId = idInput('prompt')
export const promptIdInput = z.object({ promptId })
export const updatePromptDraftInput = z.object({ promptId, systemText: promptText, note: promptNote, seenAt })
export type UpdatePromptDraftInput = z.output<typeof updatePromptDraftInput>
export const publishPromptInput = z.object({ promptId, seenAt })
export type PublishPromptInput = z.output<typeof publishPromptInput>

export const tryPromptInput = z.object({
  promptId,
  modelId: idInput('model'),
  /** The tool's form. */
  input: z.record(z.string(), z.unknown()),
})
export type TryPromptInput = z.output<typeof tryPromptInput>
