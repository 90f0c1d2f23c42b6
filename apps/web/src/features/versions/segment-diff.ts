import { diffArrays } from 'diff'

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Chinese has no spaces between words: comparing by them marks whole paragraphs. The segmenter knows the words. */
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

export function segmentDiff(before: string, after: string): DiffPart[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }))
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment)
}
