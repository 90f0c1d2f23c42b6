import { toolKeys } from '../tools/registry.ts'
import type { ToolKey } from '../tools/registry.ts'

/** What a text model is told that makes a prompt for pictures out of a wish or a work. */
export const imagePromptKey = 'image-prompt'

/** Whatever has a prompt that operators may change: every writing tool, and the help with prompts for pictures. */
export type PromptKey = ToolKey | typeof imagePromptKey
export const promptKeys = [...toolKeys, imagePromptKey] as [PromptKey, ...PromptKey[]]
