import type { Brief } from '../brief.ts'
import { sectionKind, type SectionKind } from '../sections.ts'
import type { Voice } from '../voice.ts'
import { writeBody } from './body.ts'

/** Within what the article platforms take. */
export const maxTitleChars = 30
export const maxSummaryChars = 90

function keywordLine(voice: Voice): string {
  const words = [...new Set([...voice.keywords, voice.topic])].slice(0, 6)
  return words.join('、')
}

function tagLine(voice: Voice): string {
  return [...new Set([...voice.keywords, voice.topic])]
    .slice(0, 6)
    .map((word) => `#${word.replaceAll(/\s+/g, '')}`)
    .join(' ')
}

function titleOf(brief: Brief, voice: Voice): string {
  return voice.sayWithin('titles', brief.language === 'zh' ? maxTitleChars : maxTitleChars * 2)
}

function numbered(write: () => string): string {
  return Array.from({ length: 5 }, (_, index) => `${index + 1}. ${write()}`).join('\n')
}

const writers: Record<SectionKind, (brief: Brief, voice: Voice) => string> = {
  title: titleOf,
  titles: (brief, voice) => numbered(() => titleOf(brief, voice)),
  summary: (brief, voice) =>
    voice.book.sampleMark +
    voice.sayWithin('summaries', brief.language === 'zh' ? maxSummaryChars : maxSummaryChars * 2),
  body: (brief, voice) => writeBody(brief, voice),
  keywords: (_brief, voice) => keywordLine(voice),
  tags: (_brief, voice) => tagLine(voice),
  outline: (_brief, voice) => numbered(() => voice.say('headings')),
  closing: (_brief, voice) => voice.say('closings'),
  other: (_brief, voice) => [voice.say('claims'), voice.say('examples')].join(voice.book.space),
}

/** The text of one asked section. */
export function writeSection(name: string, brief: Brief, voice: Voice): string {
  return writers[sectionKind(name)](brief, voice)
}
