import type { Brief } from '../brief.ts'
import { mainSectionOf, type AskedSection } from '../contract.ts'
import { measure } from '../measure.ts'
import type { Voice } from '../voice.ts'
import { defaultLength, writeParagraphs } from './body.ts'
import { bridge } from './bridge.ts'
import { transformText } from './transform.ts'
import { citesNumbers, withoutQuotes } from './write-main.ts'
import { literatureNumbers, withCitations } from './write-lines.ts'
import { writeSection } from './write-section.ts'
import { writeTable } from './write-table.ts'

/** What an asked section still lacks behind `text`, in the section's own shape. */
export function finishAsked(asked: AskedSection, brief: Brief, voice: Voice, text: string): string {
  if (asked === mainSectionOf(brief.contract)) return finishMain(asked, brief, voice, text)
  if (asked.shape === 'table') return finishTable(asked, brief, voice, text)
  const whole = writeSection(asked.name, brief, voice)
  if (whole.startsWith(text)) return whole.slice(text.length)
  if (asked.shape === 'list') return finishList(whole, text)
  if (asked.shape === 'lines' && !asked.isOptional) return `\n${whole.split('\n').at(-1) ?? ''}`
  return asked.shape === 'line' && !/[。！？…]$/.test(text) && measure(text) > 30 ? '，读完便知。' : ''
}

/** The words that are not there yet. */
function finishList(whole: string, text: string): string {
  const more = whole.split(/[、\s]+/).filter((word) => word !== '' && !text.includes(word))
  return more.length === 0 ? '' : `、${more.join('、')}`
}

/** The rest of an open row, and the rows behind it. */
function finishTable(asked: AskedSection, brief: Brief, voice: Voice, text: string): string {
  const whole = writeTable(asked, brief, voice).split('\n')
  const begun = text.split('\n').filter((line) => line.trimStart().startsWith('|'))
  const last = begun.at(-1)
  const model = whole[begun.length - 1] ?? ''
  const isOpen = last !== undefined && cellsOf(last).length < cellsOf(model).length
  const rest = isOpen ? restOfRow(last, model) : ''
  return [rest, ...whole.slice(begun.length)].join('\n')
}

const cellsOf = (line: string) => line.split(/(?<!\\)\|/)

function restOfRow(line: string, model: string): string {
  if (model.startsWith(line)) return model.slice(line.length)
  const cells = cellsOf(line)
  const full = cellsOf(model)
  const open = cells.at(-1)?.trim() ?? ''
  const own = full[cells.length - 1]?.trim() ?? ''
  const ending = own.startsWith(open) ? own.slice(open.length) : ''
  return `${ending} |${full.slice(cells.length).join('|')}`
}

/** A continued text may come out a little longer than asked. */
const roomToSpare = 1.1

const isHeading = (block: string) => /^(?:#{2,4} |[一二三四五六]、)/.test(block)

/** The rest of the running text: what a whole one has behind this place, and as much more as its length asks for. */
function finishMain(asked: AskedSection, brief: Brief, voice: Voice, text: string): string {
  if (text.includes(voice.book.sampleLine)) return ''
  if (brief.source !== null) return finishTransformed(brief, voice, brief.source, text)
  const blocks = writeSection(asked.name, brief, voice).split('\n\n')
  const done = text.split('\n').filter(isHeading).length
  const open = text.slice(text.lastIndexOf('\n') + 1)
  const heading = isHeading(open) ? blocks.filter(isHeading)[done - 1] : undefined
  const join = heading?.startsWith(open) === true ? `${heading.slice(open.length)}\n\n` : bridge(text, brief, voice)
  const left = (brief.length ?? defaultLength) - measure(text)
  const behind = blocks.slice(placeOf(blocks, done, measure(text))).filter((block) => !text.includes(block))
  const rest = withinRoom(behind, left * roomToSpare)
  const lack = left - measure(rest.join('\n'))
  const more =
    lack > 40
      ? [
          writeParagraphs(voice, lack + measure(voice.book.sampleLine))
            .replace(voice.book.sampleLine, '')
            .trim(),
        ]
      : []
  const written = [...more, ...rest].filter((block) => block !== '').join('\n\n')
  const plain = brief.facts['求职意向'] === undefined ? written : withoutQuotes(written)
  return join + (citesNumbers(asked, brief) ? citeMissing(plain, text, brief, voice) : plain)
}

/** Without the first paragraphs that are too much; headings and the end stay. */
function withinRoom(blocks: readonly string[], room: number): string[] {
  let excess = measure(blocks.join('\n')) - room
  return blocks.filter((block, index) => {
    const isSpare = excess > 0 && index < blocks.length - 2 && !isHeading(block)
    if (isSpare) excess -= measure(block)
    return !isSpare
  })
}

/** Behind the headings that are there; before the first one, behind as many words as are there. */
function placeOf(blocks: readonly string[], done: number, words: number): number {
  const headings = blocks.flatMap((block, index) => (isHeading(block) ? [index] : []))
  const next = headings[done]
  if (done > 0 && next !== undefined) return next
  let count = 0
  const byWords = blocks.findIndex((block) => (count += measure(block)) > words)
  const last = blocks.length - 1
  const bounded = byWords < 0 ? last : Math.min(byWords, last)
  return done === 0 && next !== undefined ? Math.min(bounded, next) : bounded
}

function citeMissing(rest: string, text: string, brief: Brief, voice: Voice): string {
  const missing = literatureNumbers(brief).filter((number) => !text.includes(`[${number}]`))
  return withCitations(rest.replaceAll(/\[\d+\]/g, ''), missing, voice.book.sampleLine)
}

/** Paragraph by paragraph: those of the source that are not yet there. */
function finishTransformed(brief: Brief, voice: Voice, source: string, text: string): string {
  const separator = source.includes('\n\n') ? '\n\n' : '\n'
  const whole = transformText(brief, voice, source).split(separator)
  const begun = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '').length
  const open = text.slice(text.lastIndexOf('\n') + 1)
  const own = whole[begun - 1]
  if (own?.startsWith(open) === true) return [own.slice(open.length), ...whole.slice(begun)].join(separator)
  const rest = whole.slice(begun)
  if (rest.length === 0) return `${/[。！？.!?]\s*$/.test(text) ? '' : '。'}${voice.book.sampleLine}`
  return begun === 0 ? rest.join(separator) : `${separator}${rest.join(separator)}`
}
