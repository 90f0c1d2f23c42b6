import type { Brief } from '../brief.ts'
import type { AskedSection } from '../contract.ts'
import { measure } from '../measure.ts'
import { joinSections, sectionKind, splitSections } from '../sections.ts'
import type { Voice } from '../voice.ts'
import { defaultLength, writeParagraphs } from './body.ts'
import { writeLines } from './write-lines.ts'
import { writeSection } from './write-section.ts'
import { writeTable } from './write-table.ts'

const shortest = 150
const sentenceEnds = /[。！？!?.…”」）)]\s*$/

/** Joins on to text that stops anywhere, even inside a sentence. */
function bridge(written: string, brief: Brief, voice: Voice): string {
  if (sentenceEnds.test(written)) return '\n\n'
  if (/[：:，,、\n]\s*$/.test(written) || written.trim() === '') return ''
  const tails =
    brief.language === 'zh'
      ? ['——话说到这里，还差最关键的一步。', '，这一点值得单独展开。', '……停下来想一想，答案其实就在手边。']
      : [' — and that is where the real work begins. ', ', which deserves a closer look. ']
  return voice.random.pick(tails)
}

/** Sections after the open one; a marker that broke off in the middle is completed first. */
function remaining(brief: Brief, voice: Voice, begun: readonly string[], partialMarker: string | null): string {
  const missing = brief.sections.filter((name) => !begun.includes(name))
  const broken = partialMarker === null ? undefined : missing.find((name) => name.startsWith(partialMarker))
  const rest = missing.filter((name) => name !== broken)
  const head =
    broken === undefined ? '' : `${broken.slice(partialMarker?.length)}】${writeSection(broken, brief, voice)}`
  const tail = joinSections(rest.map((name) => ({ name, text: writeSection(name, brief, voice) })))
  return [head, tail].filter((part) => part !== '').join('\n')
}

/** The rest of an open row, and the rows behind it. */
function finishTable(asked: AskedSection, brief: Brief, voice: Voice, text: string): string {
  const begun = text.split('\n').filter((line) => line.trimStart().startsWith('|'))
  const rows = writeTable(asked, brief, voice).split('\n').slice(Math.max(0, begun.length))
  const isOpen = begun.length > 0 && !/\|\s*$/.test(text)
  return `${isOpen ? ' |' : ''}${rows.map((row) => `\n${row}`).join('')}`
}

/** What the open section still lacks. */
function finishOpen(brief: Brief, voice: Voice, open: { name: string; text: string }): string {
  const asked = brief.contract.find(({ name }) => name === open.name)
  if (asked?.shape === 'table') return finishTable(asked, brief, voice, open.text)
  if (asked?.shape === 'lines' && !asked.isOptional)
    return `\n${writeLines(asked, brief, voice).split('\n').at(-1) ?? ''}`
  if (asked?.shape === 'line' && sectionKind(open.name) === 'other') return ''
  const kind = open.name === '' ? 'body' : sectionKind(open.name)
  if (kind === 'summary') return sentenceEnds.test(open.text) ? '' : '，读完便知。'
  if (kind === 'keywords') return `、${voice.topic}`
  const isRunning = kind === 'body' || kind === 'other'
  if (!isRunning || open.text.includes(voice.book.sampleLine)) return ''
  const target = Math.max(shortest, (brief.length ?? defaultLength) - measure(open.text))
  return bridge(open.text, brief, voice) + writeParagraphs(voice, target)
}

/**
 * What is still missing: the rest of the open section, then the sections not yet begun. Only new text; nothing that
 * was written is repeated. Text without section marks is continued as plain paragraphs.
 */
export function writeContinuation(brief: Brief, voice: Voice): string {
  const written = brief.written ?? ''
  const partialMarker = /【([^【】\n]{0,14})$/.exec(written)?.[1] ?? null
  const begun = splitSections(written)
  const names = begun.map((section) => section.name).filter((name) => name !== '')
  if (names.length === 0 && partialMarker === null) return finishOpen(brief, voice, { name: '', text: written })
  const rest = remaining(brief, voice, names, partialMarker)
  if (partialMarker !== null) return rest
  const open = finishOpen(brief, voice, begun.at(-1) ?? { name: '', text: '' })
  return rest === '' ? open : `${open}\n${rest}`
}
