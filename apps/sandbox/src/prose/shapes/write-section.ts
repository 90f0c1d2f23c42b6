import type { Brief } from '../brief.ts'
import { sectionKind } from '../sections.ts'
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

/** The text of one asked section. */
export function writeSection(name: string, brief: Brief, voice: Voice): string {
  switch (sectionKind(name)) {
    case 'title':
      return voice.sayWithin('titles', brief.language === 'zh' ? maxTitleChars : maxTitleChars * 2)
    case 'titles':
      return Array.from({ length: 5 }, (_, index) => `${index + 1}. ${voice.sayWithin('titles', maxTitleChars)}`).join('\n')
    case 'summary':
      return voice.book.sampleMark + voice.sayWithin('summaries', brief.language === 'zh' ? maxSummaryChars : maxSummaryChars * 2)
    case 'body':
      return writeBody(brief, voice)
    case 'keywords':
      return keywordLine(voice)
    case 'tags':
      return tagLine(voice)
    case 'outline':
      return Array.from({ length: 5 }, (_, index) => `${index + 1}. ${voice.say('headings')}`).join('\n')
    case 'closing':
      return voice.say('closings')
    case 'other':
      return [voice.say('claims'), voice.say('examples')].join(voice.book.space)
  }
}
