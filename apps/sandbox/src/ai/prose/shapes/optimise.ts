import type { Brief } from '../brief.ts'
import { measure } from '../measure.ts'
import { readLength } from '../read-brief.ts'
import { joinSections, sectionKind, splitSections, type NamedSection } from '../sections.ts'
import type { Voice } from '../voice.ts'
import { formalise, loosen, reword } from './replacements.ts'
import { maxSummaryChars, writeSection } from './write-section.ts'

const sentenceEnd = /(?<=[。！？!?…])(?=[^”」』）)])|(?<=\.)\s+(?=[A-Z])/

function isProse(block: string): boolean {
  return !/^\s*(#|>|[-*]\s|\d+[.、]\s)/.test(block)
}

function joinBlock(sentences: readonly string[], original: string): string {
  return sentences.join(isProse(original) ? '' : '\n')
}

/** Drops later sentences first, then whole paragraphs from the back; headings and the first paragraph stay. */
function shorten(text: string, target: number): string {
  const originals = text.split('\n\n')
  const blocks = originals.map((block) => (isProse(block) ? block.split(sentenceEnd) : block.split('\n')))
  let count = measure(text)
  const drop = (sentences: string[], at: number) => {
    count -= measure(sentences.splice(at, 1)[0] ?? '')
  }
  const isTooLong = () => count > target
  for (let place = 8; place >= 1; place -= 1) {
    for (const sentences of blocks) {
      if (sentences.length > place && isTooLong()) drop(sentences, place)
    }
  }
  for (let index = blocks.length - 1; index > 0 && isTooLong(); index -= 1) {
    const sentences = blocks[index]
    if (sentences?.length === 1 && !/^\s*#/.test(sentences[0] ?? '')) drop(sentences, 0)
  }
  return blocks
    .map((sentences, index) => joinBlock(sentences, originals[index] ?? ''))
    .filter((block) => block !== '')
    .join('\n\n')
}

/** Adds sentences to the paragraphs in turn. */
function lengthen(text: string, target: number, voice: Voice): string {
  const blocks = text.split('\n\n')
  const prose = blocks.flatMap((block, index) => (isProse(block) ? [index] : []))
  let count = measure(text)
  for (let turn = 0; count < target && prose.length > 0; turn += 1) {
    const index = prose[turn % prose.length] ?? 0
    const sentence = voice.say(turn % 2 === 0 ? 'examples' : 'claims')
    blocks[index] = `${blocks[index]}${voice.book.space}${sentence}`
    count += measure(sentence)
  }
  return blocks.join('\n\n')
}

const shorterWords = /缩|短|精简|精炼|压缩|简洁|shorter|condense|concise/i
const longerWords = /扩|更长|丰富|充实|展开|详细|补充|longer|expand|detail/i

/** The length an optimisation is to reach; null when it is about something else. */
function targetLength(requirement: string, length: number): number | null {
  const asked = /\d+\s*(?:个)?(?:字|words)/i.test(requirement) ? readLength(requirement) : null
  if (asked !== null) return asked
  if (shorterWords.test(requirement)) return length * 0.6
  return longerWords.test(requirement) ? length * (/一倍半/.test(requirement) ? 1.5 : 1.35) : null
}

function transformBody(body: string, requirement: string, voice: Voice): string {
  const length = measure(body)
  const target = targetLength(requirement, length)
  if (target !== null) return target < length ? shorten(body, target) : lengthen(body, target, voice)
  if (/口语|轻松|活泼|幽默|亲切|通俗|casual|friendly/i.test(requirement)) return loosen(body)
  if (/正式|严谨|专业|书面|权威|formal|professional/i.test(requirement)) return formalise(body)
  return reword(body)
}

/** A plausible new version of a body: never equal to the old one, still marked as a sample. */
function newBody(body: string, requirement: string, voice: Voice): string {
  const bare = body.replace(voice.book.sampleLine, '').trim()
  const changed = transformBody(bare, requirement, voice)
  const text = changed.trim() === bare ? `${voice.say('transitions')}${bare}\n\n${voice.say('closings')}` : changed
  return `${text.trim()}\n\n${voice.book.sampleLine}`
}

/** Another wording that can stand in the passage's place: nothing but the text, and a mark that it is a sample. */
export function writePassage(brief: Brief, voice: Voice): string {
  const bare = (brief.passage ?? '').replaceAll(voice.book.passageMark, '').trim()
  const changed = transformBody(bare, brief.requirement ?? '', voice).trim()
  const text = changed === bare ? `${voice.say('transitions')}${bare}` : changed
  return `${text}${voice.book.passageMark}`
}

function newSummary(summary: string, requirement: string, voice: Voice): string {
  const quoted = Array.from(requirement).slice(0, 10).join('')
  const bare = summary.replace(voice.book.sampleMark, '').replace(/^已按“[^”]*”调整。/, '')
  const text = `已按“${quoted}”调整。${bare === '' ? voice.say('summaries') : bare}`
  return voice.book.sampleMark + Array.from(text).slice(0, maxSummaryChars).join('')
}

function newSection(section: NamedSection, requirement: string, brief: Brief, voice: Voice): string {
  const kind = sectionKind(section.name)
  if (kind === 'summary') return newSummary(section.text, requirement, voice)
  if (kind === 'body') return newBody(section.text, requirement, voice)
  const isTitleAsked = kind === 'title' && /标题|title/i.test(requirement)
  return isTitleAsked || section.text === '' ? writeSection(section.name, brief, voice) : section.text
}

/** The given text changed as asked, in the asked sections (or those it came in). */
export function writeOptimised(brief: Brief, voice: Voice): string {
  const requirement = (brief.requirement ?? '润色').replaceAll(/\s+/g, ' ').trim()
  const given = splitSections(brief.source ?? '')
  const named = given.filter((section) => section.name !== '')
  const loose = given.find((section) => section.name === '')?.text ?? ''
  const names = brief.sections.length > 0 ? brief.sections : named.map((section) => section.name)
  if (names.length === 0) return newBody(brief.source ?? '', requirement, voice)
  return joinSections(
    names.map((name) => {
      const own = named.find((section) => section.name === name)?.text
      const text = own ?? (sectionKind(name) === 'body' ? loose : '')
      return { name, text: newSection({ name, text }, requirement, brief, voice) }
    }),
  )
}
