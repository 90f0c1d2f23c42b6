import type { PromptMessage } from '../chat/chat-protocol.ts'
import { seededRandom } from '../../core/random.ts'
import type { Brief } from './brief.ts'
import { phrasebookFor } from './phrasebook.ts'
import { readBrief } from './read-brief.ts'
import { writeReasoning } from './reasoning.ts'
import { writeArticle } from './shapes/article.ts'
import { writeChat } from './shapes/chat.ts'
import { writeContinuation } from './shapes/continue.ts'
import { writeJson } from './shapes/json.ts'
import { writeOptimised, writePassage } from './shapes/optimise.ts'
import { writeTransformed } from './shapes/transform.ts'
import { writePlan } from './shapes/write-outline.ts'
import { writePart } from './shapes/write-part.ts'
import { createVoice, type Voice } from './voice.ts'

export interface ProseRequest {
  messages: readonly PromptMessage[]
  wantsJson: boolean
  /** Two requests that differ only here get different prose. */
  variation: number
}

/** One file per shape; a new tool adds its task here. */
const shapes: Record<Brief['task'], (brief: Brief, voice: Voice) => string> = {
  write: writeArticle,
  optimise: writeOptimised,
  transform: writeTransformed,
  continue: writeContinuation,
  plan: writePlan,
  part: writePart,
  passage: writePassage,
  chat: writeChat,
}

/** Sample prose that follows the prompt's topic, keywords, length, language and sections. */
export function generateProse(request: ProseRequest): { text: string; reasoning: string } {
  const brief = readBrief(request.messages)
  const random = seededRandom(`${request.variation}|${JSON.stringify(request.messages)}`)
  const voice = createVoice(brief, phrasebookFor(brief.language), random, brief.written ?? '')
  const text = request.wantsJson ? writeJson(brief, voice) : shapes[brief.task](brief, voice)
  return { text, reasoning: writeReasoning(brief, voice) }
}
