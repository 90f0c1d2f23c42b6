import type { Block } from '@mozhou/text/blocks'
import { fitText } from '../counting.ts'
import { blockLines } from './plain-text.ts'

/** The beginning of a text as one or a few sentences: its paragraphs, or whatever it has instead. */
export function leadOf(blocks: readonly Block[], limit: number): string {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
  const chosen = paragraphs.length > 0 ? paragraphs : blocks
  let lead = ''
  for (const block of chosen) {
    const lines = blockLines(block, null).join(' ').trim()
    if (lines === '') continue
    lead = lead === '' ? lines : `${lead} ${lines}`
    if (lead.length >= limit) break
  }
  return fitText(lead, Math.max(0, limit), 'code_points')
}
