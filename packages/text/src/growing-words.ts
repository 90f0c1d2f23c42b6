import { countWords } from './count-words.ts'
import { advanceBlocks, noBlocks } from './growing-blocks.ts'

/** Shorter texts are counted anew: beside the one that grows stand lines and cells, which must not push it out. */
const longText = 1_000

/** `countWords` for a text that grows: blocks that can no longer change are counted once. */
export function growingCounter(): (markdown: string) => number {
  let blocks = noBlocks
  let settledWords = 0
  return (markdown) => {
    if (markdown.length < longText) return countWords(markdown)
    const next = advanceBlocks(blocks, markdown)
    const isSame = next.settledText.startsWith(blocks.settledText)
    const fresh = isSame ? next.settled.slice(blocks.settled.length) : next.settled
    settledWords = fresh.reduce((sum, block) => sum + countWords(block), isSame ? settledWords : 0)
    blocks = next
    return settledWords + countWords(next.tail)
  }
}
