import { z } from 'zod'
import type { PromptMessage } from '../prose/read-brief.ts'
import { contentText } from './chat-protocol.ts'
import { stripPromptTokens } from '../../core/faults/prompt-token.ts'
import { isSet } from '../../core/is-set.ts'

/** A chat message as the OpenAI family of vendors takes it: a text, or parts. */
export const chatMessage = z.looseObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]).nullish(),
})

/** Chat messages of the OpenAI family as the prose generator reads them. */
export function toPromptMessages(messages: readonly { role: string; content?: unknown }[]): PromptMessage[] {
  return messages.map(({ role, content }) => ({
    role: role === 'system' || role === 'developer' ? 'system' : role === 'assistant' ? 'assistant' : 'user',
    text: stripPromptTokens(contentText(content)),
  }))
}

export function toStops(stop: string | string[] | null | undefined): string[] {
  if (!isSet(stop)) return []
  return typeof stop === 'string' ? [stop] : stop
}
