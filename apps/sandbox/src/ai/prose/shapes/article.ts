import type { Brief } from '../brief.ts'
import { joinSections, sectionKind } from '../sections.ts'
import { marked } from './marked.ts'
import type { Voice } from '../voice.ts'
import { writeBody } from './body.ts'
import { writeSection } from './write-section.ts'

/** Told once, because the sandbox has Chinese and English patterns only. */
function languageNote(brief: Brief): string {
  if (brief.askedLanguage !== null && /繁/.test(brief.askedLanguage)) return '（沙盒只备有简体中文和英文的示例。）\n\n'
  const isCovered =
    brief.askedLanguage === null || /中文|汉语|简体|chinese|zh|英文|英语|english|en\b/i.test(brief.askedLanguage)
  return isCovered
    ? ''
    : `[Sandbox: only Chinese and English samples exist; asked for ${brief.askedLanguage ?? ''}]\n\n`
}

/** An article in the asked sections, or with a markdown title when none are asked. */
export function writeArticle(brief: Brief, voice: Voice): string {
  const note = languageNote(brief)
  if (brief.sections.length === 0) {
    return `${note}# ${voice.say('titles')}\n\n${voice.book.sampleMark}${voice.say('summaries')}\n\n${writeBody(brief, voice)}`
  }
  const written = brief.sections.map((name) => {
    const text = writeSection(name, brief, voice)
    return { name, text: sectionKind(name) === 'body' ? `${note}${text}` : text }
  })
  return joinSections(marked(written, brief, voice))
}
