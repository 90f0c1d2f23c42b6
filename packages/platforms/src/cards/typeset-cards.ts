import type { Block } from '@mozhou/text/blocks'
import type { Theme } from '../themes.ts'
import { cardSize } from './card.ts'
import type { Card, CardBox, CardLine, CardRun, MeasureWidth } from './card.ts'
import { flowsOf, markRoom, titleFlow } from './flow.ts'
import type { Flow } from './flow.ts'
import { breakLines } from './line-break.ts'
import type { BrokenLine } from './line-break.ts'

export interface CardOptions {
  title: string
  theme: Theme
  measure: MeasureWidth
  /** Stands at the foot of every card; null for none. */
  label: string | null
  /** As many cards as the platform takes: beyond it the type is made smaller, as far as it can be read. */
  most: number
}

export interface SetCards {
  cards: Card[]
  isSmaller: boolean
}

const margin = { side: 90, top: 110, bottom: 130 } as const
const column = cardSize.width - 2 * margin.side
const floor = cardSize.height - margin.bottom
/** Sizes that are tried one after the other. */
const scales = [1, 0.88, 0.76] as const

/** A text as cards of 1080 × 1440. All of it: whether there are too many cards is a rule's to say. */
export function typesetCards(blocks: readonly Block[], options: CardOptions): SetCards {
  let cards: Card[] = []
  for (const scale of scales) {
    cards = setAt(scale, blocks, options)
    if (cards.length <= options.most) return { cards, isSmaller: scale !== scales[0] }
  }
  return { cards, isSmaller: true }
}

interface SetLine extends BrokenLine {
  flow: Flow
  isFirst: boolean
  isLast: boolean
}

interface Page {
  lines: { line: SetLine; top: number }[]
  y: number
}

function setAt(scale: number, blocks: readonly Block[], options: CardOptions): Card[] {
  const { title, theme, measure } = options
  const flows = [...(title === '' ? [] : [titleFlow(title, theme, scale)]), ...flowsOf(blocks, theme, scale)]
  const pages: Page[] = []
  let page = newPage(pages)
  flows.forEach((flow, at) => {
    const lines = linesOf(flow, measure)
    const next = flow.keepsNext ? (flows[at + 1]?.leading ?? 0) * 2.4 : 0
    lines.forEach((line, row) => {
      const before = row === 0 && page.lines.length > 0 ? flow.before : 0
      // A heading goes with what it heads, a paragraph's first line with its second.
      const along = flow.keepsNext
        ? (lines.length - row - 1) * flow.leading + next
        : row === 0 && lines.length > 2
          ? flow.leading
          : 0
      if (page.lines.length > 0 && page.y + before + flow.leading + along > floor) page = newPage(pages)
      const top = page.y + (page.lines.length === 0 ? 0 : before)
      page.lines.push({ line, top })
      page.y = top + flow.leading
    })
  })
  return pages.filter(({ lines }) => lines.length > 0).map((each, at, all) => drawn(each, at, all.length, options))
}

function newPage(pages: Page[]): Page {
  const page = { lines: [], y: margin.top }
  pages.push(page)
  return page
}

function linesOf(flow: Flow, measure: MeasureWidth): SetLine[] {
  const lines = breakLines(flow.texts, column - flow.indent, measure)
  return lines.map((line, at) => ({ ...line, flow, isFirst: at === 0, isLast: at === lines.length - 1 }))
}

function drawn(page: Page, at: number, count: number, { theme, label, measure }: CardOptions): Card {
  const lines = page.lines.map(({ line, top }): CardLine => ({
    kind: 'line',
    baseline: feetOf(line.flow, top),
    runs: runsOf(line),
  }))
  const foot = { size: 26, isBold: false, family: 'text' as const }
  const number = `${at + 1} / ${count}`
  const run = (value: string, x: number): CardRun => ({
    text: value,
    x,
    width: measure(value, foot),
    font: foot,
    colour: theme.faint,
  })
  const footer: CardLine = {
    kind: 'line',
    baseline: cardSize.height - 58,
    runs: [
      ...(label === null ? [] : [run(label, margin.side)]),
      ...(count > 1 ? [run(number, numberAt(measure(number, foot), label !== null))] : []),
    ],
  }
  const boxes = page.lines.flatMap(({ line, top }) => boxesOf(line, top, theme))
  return {
    ...cardSize,
    background: theme.paper,
    boxes,
    lines: footer.runs.length > 0 ? [...lines, footer] : lines,
    text: textOf(page),
  }
}

/** In the corner, or in the middle where the visible mark of an AI takes the corner (GB 45438-2025). */
const numberAt = (width: number, isMarked: boolean) =>
  Math.round(isMarked ? (cardSize.width - width) / 2 : cardSize.width - margin.side - width)

/** Paragraphs as they are read, not as they are broken: a word may stand in two lines. */
function textOf({ lines }: Page): string {
  return lines
    .map(({ line: { text, flow, isFirst, isLast } }) => {
      const mark = isFirst && flow.mark ? `${flow.mark.text} ` : ''
      return mark + text + (isLast ? '\n' : '')
    })
    .join('')
    .trim()
}

/** Letters stand on four fifths of their line's height, as near as fonts agree. */
const feetOf = (flow: Flow, top: number) => {
  const size = flow.texts[0]?.font.size ?? flow.leading / 1.65
  return Math.round(top + (flow.leading + size * 0.72) / 2)
}

function runsOf({ runs, flow: { mark, indent }, isFirst }: SetLine): CardRun[] {
  const left = margin.side + indent
  const set = runs.map((run) => ({ ...run, x: Math.round(left + run.x), width: Math.round(run.width) }))
  if (!isFirst || !mark) return set
  const room = Math.round(markRoom(mark.text, mark.font.size))
  return [{ ...mark, x: left - room, width: room }, ...set]
}

function boxesOf({ flow, isFirst, isLast }: SetLine, top: number, theme: Theme): CardBox[] {
  const box = { kind: 'box' as const, radius: 0 }
  switch (flow.ground) {
    case 'none':
      return []
    case 'bar':
      return [{ ...box, x: margin.side, y: top, width: 6, height: flow.leading, colour: theme.accent }]
    case 'wash': {
      const pad = 14
      const y = isFirst ? top - pad : top
      const height = flow.leading + (isFirst ? pad : 0) + (isLast ? pad : 0)
      const x = margin.side + flow.indent - 24
      return [{ ...box, x, y, width: cardSize.width - margin.side - x, height, colour: theme.wash }]
    }
  }
}
