import type { AskedSection } from './contract.ts'

/** What a prompt asks for, as far as the sandbox understands it. */
export interface Brief {
  task: 'write' | 'optimise' | 'transform' | 'continue' | 'plan' | 'part' | 'passage' | 'chat'
  language: 'zh' | 'en'
  /** The language as written in the prompt, when it was named. */
  askedLanguage: string | null
  topic: string
  keywords: string[]
  audience: string | null
  tone: string | null
  /** Asked length in characters (or words), when named. */
  length: number | null
  extra: string | null
  /** Asked headings of the body, in order. */
  outline: string[]
  /** How the article should end, as written in the prompt. */
  ending: string | null
  /** Section names in the asked order, without brackets. */
  sections: string[]
  /** The same sections with what is said of each, when the system prompt has an output contract. */
  contract: AskedSection[]
  /** Labelled lines. */
  facts: Record<string, string>
  /** Fenced texts, by label. */
  materials: Record<string, string>
  /** The text to optimise, rewrite or translate. */
  source: string | null
  requirement: string | null
  /** A passage of a text that is to be replaced by another wording. */
  passage: string | null
  /** The text to continue. */
  written: string | null
  wantsEmoji: boolean
  /** The last user message, for a plain chat. */
  lastMessage: string
}
