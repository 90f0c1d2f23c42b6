import type { Brief } from '../brief.ts'
import { mainSectionOf } from '../contract.ts'
import { listIn } from '../facts.ts'
import { measure } from '../measure.ts'
import { joinSections } from '../sections.ts'
import type { Voice } from '../voice.ts'
import { foreignSample } from '../foreign.ts'
import { reword } from './replacements.ts'
import { writeSection } from './write-section.ts'

/** The pasted text rewritten or translated, in the asked sections. */
export function writeTransformed(brief: Brief, voice: Voice): string {
  const source = brief.source ?? ''
  const main = mainSectionOf(brief.contract) ?? brief.contract.find(({ shape }) => shape === 'markdown')
  if (!main) return transformText(brief, voice, source)
  return joinSections(
    brief.sections.map((name) => ({
      name,
      text: name === main.name ? transformText(brief, voice, source) : writeSection(name, brief, voice),
    })),
  )
}

/** As many paragraphs as the source has, of the asked length or the source's own; the last one says what it is. */
export function transformText(brief: Brief, voice: Voice, source: string): string {
  const paragraphs = source.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  const separator = source.includes('\n\n') ? '\n\n' : '\n'
  const foreign = foreignSample(brief.askedLanguage)
  const isNew = /降重/.test(brief.facts['改写方式'] ?? '')
  const isTranslation = isNew || /译/.test(brief.sections.join('')) || brief.facts['目标语言'] !== undefined
  const total = measure(source)
  const target = (brief.length ?? total) - measure(voice.book.sampleLine)
  const written = paragraphs.map((paragraph, index) => {
    if (foreign !== null) return `${foreign} (${index + 1})`
    const share = Math.max(4, Math.round((target * measure(paragraph)) / Math.max(1, total)))
    return fit(isTranslation ? '' : reword(paragraph.trim()), share, voice)
  })
  const last = written.pop() ?? ''
  const owed = wordsOwed(brief, source, [...written, last].join(''))
  return [...written, [last, owed, voice.book.sampleLine].filter(Boolean).join(voice.book.space)].join(separator)
}

/** Words that must be kept and terms that have their fixed translation, where the text came out without them. */
function wordsOwed(brief: Brief, source: string, written: string): string {
  const kept = listIn(brief.facts, /保留/)
  const glossary =
    Object.entries({ ...brief.facts, ...brief.materials }).find(([label]) => /术语|词表|词汇/.test(label))?.[1] ?? ''
  const terms = glossary.split(/[\n；;、]/).flatMap((pair) => {
    const [, from = '', to = ''] = /^(.+?)\s*(?:=|→|->)\s*(.+)$/.exec(pair.trim()) ?? []
    return to !== '' && source.includes(from) ? [to] : []
  })
  const owed = [...kept, ...terms].filter((word) => !written.includes(word))
  return owed.length === 0 ? '' : `（${owed.join('、')}）`
}

const sentenceEnd = /(?<=[。！？!?…])(?=[^”」』）)])|(?<=\.)\s+(?=[A-Z])/

/** Whole sentences of the text up to a length, then new ones. */
function fit(text: string, room: number, voice: Voice): string {
  const kept: string[] = []
  let count = 0
  for (const sentence of text.split(sentenceEnd).filter((part) => part !== '')) {
    const length = measure(sentence)
    if (count + length > room * 1.08 && kept.length > 0) break
    kept.push(length > room * 1.2 ? cut(sentence, room) : sentence)
    count += measure(kept.at(-1) ?? '')
  }
  for (let turn = 0; count < room * 0.92 && turn < 2_000; turn += 1) {
    const sentence = voice.sayNear(turn % 2 === 0 ? ['claims'] : ['examples'], room - count, measure)
    if (count + measure(sentence) > room * 1.15 && kept.length > 0) break
    kept.push(sentence)
    count += measure(sentence)
  }
  return kept.join(voice.book.space)
}

/** The clauses that fit. */
function cut(sentence: string, room: number): string {
  const clauses = sentence.split(/(?<=[，,；;：:])/)
  let text = clauses.shift() ?? ''
  for (const clause of clauses) {
    if (measure(text + clause) > room) break
    text += clause
  }
  return text.replace(/[，,；;：:]$/, '。')
}
