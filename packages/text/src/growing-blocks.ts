import { blockLines } from './read-markdown.ts'

/** A growing text cut in two: blocks that can no longer change, and the one being written. */
export interface MarkdownBlocks {
  settled: readonly string[]
  settledText: string
  tail: string
}

export const noBlocks: MarkdownBlocks = { settled: [], settledText: '', tail: '' }

/**
 * Moves on to a longer text. Only the tail is read again, so the work per frame stays small however long the article.
 * A text that does not begin with what was settled (a new attempt) starts from nothing.
 */
export function advanceBlocks(previous: MarkdownBlocks, text: string): MarkdownBlocks {
  const base = text.startsWith(previous.settledText) ? previous : noBlocks
  const tail = text.slice(base.settledText.length)
  const lines = tail.split('\n')
  const starts = blockLines(tail)
    .map(([first]) => first)
    .filter((first) => !mayStillJoin(lines, first))
  if (starts.length < 2) return { ...base, tail }
  const finished = starts
    .slice(0, -1)
    .map((first, at) => `${lines.slice(at === 0 ? 0 : first, starts[at + 1]).join('\n')}\n`)
  const settledText = base.settledText + finished.join('')
  return { settled: [...base.settled, ...finished], settledText, tail: text.slice(settledText.length) }
}

/** What a line is shows when it is whole: below another, `-` may become the rule of a table's head. */
const mayStillJoin = (lines: readonly string[], at: number) =>
  at > 0 && at === lines.length - 1 && lines[at - 1]?.trim() !== ''
