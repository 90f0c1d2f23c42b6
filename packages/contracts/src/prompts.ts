import { z } from 'zod'
import { idInput } from './ids.ts'
import type { TrialDto } from './models.ts'
import { textInput } from './text.ts'
import { instantInput } from './time.ts'
import { toolKeys } from './tools/registry.ts'
import type { ToolKey } from './tools/registry.ts'

export const promptStatuses = ['draft', 'live', 'retired'] as const
export type PromptStatus = (typeof promptStatuses)[number]

/** `code`: came with a release; `admin`: an operator wrote it. */
export const promptSources = ['code', 'admin'] as const
export type PromptSource = (typeof promptSources)[number]

const promptText = textInput(20, 20_000)
const promptNote = textInput(0, 200)
/** The draft as the writer saw it: another's save in between is told, not overwritten. */
const seenAt = instantInput

export const toolPromptInput = z.object({ tool: z.enum(toolKeys) })
export const createPromptDraftInput = z.object({
  tool: z.enum(toolKeys),
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

/** One line of the list: a tool and where its prompt stands. */
export interface ToolPromptDto {
  tool: ToolKey
  liveNumber: number
  livePublishedAt: string
  drafts: number
  versions: number
}

export interface PromptVersionDto {
  id: string
  tool: ToolKey
  number: number
  /** As stored with every text: `<tool>@<number>`. */
  name: string
  systemText: string
  note: string
  status: PromptStatus
  source: PromptSource
  /** User name of the operator; null for a release. */
  author: string | null
  createdAt: string
  updatedAt: string
  publishedAt: string | null
}

/** The same form, the same model, two prompts. */
export interface PromptTrialDto {
  model: string
  draft: { name: string; answer: TrialDto }
  live: { name: string; answer: TrialDto }
}
