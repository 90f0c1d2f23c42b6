import type { Brief } from './brief.ts'
import { english } from './en/phrases.ts'
import { claims } from './zh/arguments.ts'
import { examples } from './zh/examples.ts'
import { headings, summaries, titles } from './zh/headings.ts'
import { closings, quotes, transitions } from './zh/links.ts'
import { listItems } from './zh/list-items.ts'
import { openings } from './zh/openings.ts'
import { emojis, fallbackKeywords, numbers, people, places, spans } from './zh/slots.ts'

export const roles = [
  'openings',
  'claims',
  'examples',
  'transitions',
  'closings',
  'quotes',
  'listItems',
  'headings',
  'titles',
  'summaries',
] as const
export type Role = (typeof roles)[number]

/** Everything a language contributes: patterns by role, slot fillers, and how sentences are set together. */
export interface Phrasebook {
  patterns: Record<Role, readonly string[]>
  /** Slot name → fillers; topic, keywords and audience come from the brief. */
  fillers: Record<string, readonly string[]>
  slots: { topic: string; word: string; word2: string; reader: string }
  fallbackKeywords: readonly string[]
  fallbackTopic: string
  fallbackReader: string
  /** Between sentences of one paragraph. */
  space: string
  /** Closing line that tells what this text is. */
  sampleLine: string
  /** Opens the summary. */
  sampleMark: string
  /** Ends a passage that stands inside somebody's text. */
  passageMark: string
  emojis: readonly string[]
}

const chinese: Phrasebook = {
  patterns: { openings, claims, examples, transitions, closings, quotes, listItems, headings, titles, summaries },
  fillers: { 谁: people, 多久: spans, 地: places, 数: numbers },
  slots: { topic: '题', word: '词', word2: '词2', reader: '读者' },
  fallbackKeywords,
  fallbackTopic: '日常写作',
  fallbackReader: '普通读者',
  space: '',
  sampleLine: '（以上为沙盒示例内容，并非真实模型的输出。）',
  sampleMark: '沙盒示例：',
  passageMark: '（沙盒示例）',
  emojis,
}

const englishBook: Phrasebook = {
  patterns: english,
  fillers: { who: english.people, span: english.spans, number: english.numbers },
  slots: { topic: 'topic', word: 'word', word2: 'word2', reader: 'reader' },
  fallbackKeywords: english.fallbackKeywords,
  fallbackTopic: 'everyday writing',
  fallbackReader: 'general readers',
  space: ' ',
  sampleLine: '(沙盒示例: a sandbox sample, not the output of a real model.)',
  sampleMark: '沙盒示例 (sandbox sample): ',
  passageMark: ' (sandbox sample)',
  emojis,
}

export function phrasebookFor(language: Brief['language']): Phrasebook {
  return language === 'zh' ? chinese : englishBook
}
