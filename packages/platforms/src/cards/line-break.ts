import type { CardFont, MeasureWidth } from './card.ts'

export interface StyledText {
  text: string
  font: CardFont
  colour: string
}

/** What stands in a line, and what it says: with the space and the line end that are not seen at its end. */
export interface BrokenLine {
  runs: SetRun[]
  text: string
}

export interface SetRun extends StyledText {
  /** From the line's left end. */
  x: number
  width: number
}

/** What is never parted at a line's end: a word, or a character with the marks that cling to it. */
interface Cluster {
  parts: StyledText[]
  width: number
  kind: 'ink' | 'space' | 'line_end'
}

// CLREQ (W3C, Requirements for Chinese Text Layout), 3.1.6: marks that begin no line, marks that end none.
const neverFirst = /^[、。，．：；！？）】》」』〕〉〗］｝”’…—～·‧々ー%‰℃°,.:;!?)\]}'"\u2030\u00b0、]/u
const neverLast = /[（【《「『〔〈〖［｛“‘([{#￥¥$]$/u
const latin = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}_@/\\&+=<>*^~|`-]/u
/** Marks within a number, a time, an address. */
const inner = /^[.,:;?!'’]/u
const space = /^[ \t\u3000]+$/u

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** Characters that are each seen as one: most texts hold no others, and need no segmenter. */
const simple =
  /^[\n\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uff9d]*$/u

const charactersOf = (text: string): string[] =>
  simple.test(text) ? text.split('') : [...graphemes.segment(text)].map(({ segment }) => segment)

/** A paragraph as lines no wider than asked, by the rules for marks at their ends. A word wider than a line is parted between letters. */
export function breakLines(texts: readonly StyledText[], width: number, measure: MeasureWidth): BrokenLine[] {
  const lines: BrokenLine[] = []
  let line: SetRun[] = []
  let x = 0
  const end = (behind = '') => {
    lines.push({ runs: withoutSpace(line), text: line.map(({ text }) => text).join('') + behind })
    line = []
    x = 0
  }
  for (const cluster of clustersOf(texts, measure)) {
    if (cluster.kind === 'line_end') {
      end('\n')
      continue
    }
    if (cluster.kind === 'space' && line.length === 0) continue
    if (x + cluster.width > width && line.length > 0 && cluster.kind === 'ink') end()
    for (const piece of cluster.width > width ? lettersOf(cluster, measure) : [cluster]) {
      if (x + piece.width > width && line.length > 0 && piece.kind === 'ink') end()
      x = append(line, piece, x, measure)
    }
  }
  end()
  return lines
}

function append(line: SetRun[], { parts, width }: Cluster, x: number, measure: MeasureWidth): number {
  let at = x
  for (const part of parts) {
    const last = line.at(-1)
    const own = parts.length === 1 ? width : measure(part.text, part.font)
    if (last?.font === part.font && last.colour === part.colour) {
      last.text += part.text
      last.width += own
    } else line.push({ ...part, x: at, width: own })
    at += own
  }
  return at
}

function withoutSpace(line: SetRun[]): SetRun[] {
  const last = line.at(-1)
  if (!last) return line
  const text = last.text.replace(/[ \t\u3000\u00a0]+$/u, '')
  if (text === last.text) return line
  return text === '' ? withoutSpace(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }]
}

function clustersOf(texts: readonly StyledText[], measure: MeasureWidth): Cluster[] {
  const clusters: Cluster[] = []
  let before = ''
  for (const { text, font, colour } of texts)
    for (const character of charactersOf(text)) {
      const last = clusters.at(-1)
      const kind = character === '\n' ? 'line_end' : space.test(character) ? 'space' : 'ink'
      if (last && kind === last.kind && kind !== 'line_end' && (kind === 'space' || isJoined(before, character)))
        extend(last, character, font, colour)
      else clusters.push({ kind, parts: [{ text: character, font, colour }], width: 0 })
      before = character
    }
  for (const cluster of clusters) if (cluster.kind !== 'line_end') cluster.width = widthOf(cluster.parts, measure)
  return clusters
}

function extend({ parts }: Cluster, character: string, font: CardFont, colour: string) {
  const last = parts.at(-1)
  if (last?.font === font && last.colour === colour) last.text += character
  else parts.push({ text: character, font, colour })
}

const widthOf = (parts: readonly StyledText[], measure: MeasureWidth) =>
  parts.reduce((sum, { text, font }) => sum + measure(text, font), 0)

/** Whether a line may not end between two characters. */
function isJoined(before: string, after: string): boolean {
  if (neverFirst.test(after) || neverLast.test(before)) return true
  return latin.test(after) && (latin.test(before) || inner.test(before))
}

function lettersOf({ parts }: Cluster, measure: MeasureWidth): Cluster[] {
  return parts.flatMap(({ text, font, colour }) =>
    charactersOf(text).map((character) => ({
      kind: 'ink' as const,
      parts: [{ text: character, font, colour }],
      width: measure(character, font),
    })),
  )
}
