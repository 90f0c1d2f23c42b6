import { tools } from '../tools/registry.ts'
import type { ToolDefinition } from '../tools/tool.ts'
import { imagePromptTool } from './image-prompt-tool.ts'
import type { PromptKey } from './keys.ts'

/** Whatever has a prompt, with the form that it is tried by. */
export const promptTools: Readonly<Record<PromptKey, ToolDefinition>> = { ...tools, 'image-prompt': imagePromptTool }
