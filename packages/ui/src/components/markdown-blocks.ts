import { lexBlocks } from './sanitise-markdown.ts'

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
  const blocks = lexBlocks(text.slice(base.settledText.length))
  const last = blocks.findLastIndex((block) => !block.isSpace)
  if (last <= 0) return { ...base, tail: text.slice(base.settledText.length) }
  const finished = blocks.slice(0, last)
  const settledText = base.settledText + finished.map((block) => block.raw).join('')
  return {
    settled: [...base.settled, ...finished.filter((block) => !block.isSpace).map((block) => block.raw)],
    settledText,
    tail: text.slice(settledText.length),
  }
}
