import type { Brief } from '../brief.ts'
import { mainSectionOf, type AskedSection } from '../contract.ts'
import { factFor } from '../facts.ts'
import { sectionKind, type SectionKind } from '../sections.ts'
import type { Voice } from '../voice.ts'
import { callsToAction } from '../zh/short-lines.ts'
import { writeBody } from './body.ts'
import { writeMain } from './write-main.ts'
import { writeLines } from './write-lines.ts'
import { officialTitle } from './write-official.ts'
import { writeTable } from './write-table.ts'

/** Within what the article platforms take. */
export const maxTitleChars = 30
export const maxSummaryChars = 90
const mostWords = 6
const shortCall = 20

/** Enough words for what is asked, the prompt's own first. */
function wordsFor(voice: Voice, asked: AskedSection | undefined): string[] {
  const own = [...new Set([...voice.keywords, voice.topic])]
  const least = asked?.count?.from ?? 0
  const all = own.length < least ? [...new Set([...own, ...voice.book.fallbackKeywords])] : own
  return all.slice(0, Math.max(mostWords, least))
}

function tagLine(voice: Voice, asked: AskedSection | undefined): string {
  const tags = wordsFor(voice, asked).map((word) => `#${word.replaceAll(/\s+/g, '')}`)
  return tags.join(asked && /顿号/.test(asked.order) ? '、' : ' ')
}

function titleOf(brief: Brief, voice: Voice, asked?: AskedSection): string {
  const usual = brief.language === 'zh' ? maxTitleChars : maxTitleChars * 2
  return officialTitle(brief) ?? voice.sayWithin('titles', asked?.maxChars ?? usual)
}

function summaryOf(brief: Brief, voice: Voice, asked?: AskedSection): string {
  const usual = brief.language === 'zh' ? maxSummaryChars : maxSummaryChars * 2
  const room = Math.min(usual, (asked?.maxChars ?? usual + 10) - Array.from(voice.book.sampleMark).length)
  return voice.book.sampleMark + voice.sayWithin('summaries', room)
}

function numbered(write: () => string): string {
  return Array.from({ length: 5 }, (_, index) => `${index + 1}. ${write()}`).join('\n')
}

function closingOf(voice: Voice, asked?: AskedSection): string {
  const isShort = (asked?.maxChars ?? shortCall + 1) <= shortCall
  return isShort ? voice.random.pick(callsToAction) : voice.say('closings')
}

const writers: Record<SectionKind, (brief: Brief, voice: Voice, asked?: AskedSection) => string> = {
  title: titleOf,
  titles: (brief, voice) => numbered(() => titleOf(brief, voice)),
  summary: summaryOf,
  body: (brief, voice) => writeBody(brief, voice),
  keywords: (_brief, voice, asked) => wordsFor(voice, asked).join('、'),
  tags: (_brief, voice, asked) => tagLine(voice, asked),
  outline: (_brief, voice) => numbered(() => voice.say('headings')),
  closing: (_brief, voice, asked) => closingOf(voice, asked),
  other: otherOf,
}

function otherOf(_brief: Brief, voice: Voice, asked?: AskedSection): string {
  if (asked?.shape === 'line')
    return voice.sayWithin((asked.maxChars ?? 40) <= 40 ? 'titles' : 'summaries', asked.maxChars ?? 40)
  if (asked && /列表/.test(asked.order))
    return Array.from({ length: 4 }, () => `- ${voice.say('listItems')}`).join('\n')
  return [voice.say('claims'), voice.say('examples')].join(voice.book.space)
}

function today(): string {
  const now = new Date()
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}

/** What the prompt says itself for a short section; empty when it may stay so; else null. */
function givenFor(asked: AskedSection, brief: Brief): string | null {
  if (asked.shape !== 'line' && asked.shape !== 'lines') return null
  const kind = sectionKind(asked.name)
  if (kind === 'title' || (kind !== 'other' && !asked.isOptional)) return null
  const material = factFor(asked.name, brief.materials)
  if (asked.shape === 'lines') return material?.split(/[；;\n]/).join('\n') ?? (asked.isOptional ? '' : null)
  const given = material ?? factFor(asked.name, brief.facts)
  if (given !== null) return given.slice(0, asked.maxChars ?? undefined)
  if (/日期/.test(asked.name)) return today()
  return asked.isOptional ? '' : null
}

/** The text of one asked section. */
export function writeSection(name: string, brief: Brief, voice: Voice): string {
  const asked = brief.contract.find((section) => section.name === name)
  if (!asked) return writers[sectionKind(name)](brief, voice)
  if (asked === mainSectionOf(brief.contract)) return writeMain(asked, brief, voice)
  const given = givenFor(asked, brief)
  if (given !== null) return given
  if (asked.shape === 'table') return writeTable(asked, brief, voice)
  if (asked.shape === 'lines') return writeLines(asked, brief, voice)
  const kind = sectionKind(name)
  return writers[kind === 'body' ? 'other' : kind](brief, voice, asked)
}
