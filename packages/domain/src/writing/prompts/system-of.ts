import { imagePromptKey } from '@mozhou/contracts/prompts/keys'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import { imagePromptSystem } from './image-prompt.ts'
import { promptOf, promptVersion } from './registry.ts'

/** The text that this release brings, by its key. */
export const systemOf = (key: PromptKey): string => (key === imagePromptKey ? imagePromptSystem : promptOf(key).system)

export const promptVersionOf = (key: PromptKey): string =>
  key === imagePromptKey ? `${imagePromptKey}@1` : promptVersion(key)
