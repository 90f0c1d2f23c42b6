import { blockText } from '@mozhou/text/block-text'
import { plainInlines } from '@mozhou/text/blocks'
import { partBlocks } from './document-blocks.ts'
import { officialLines, widthOf } from './official-lines.ts'
import type { OfficialLine } from './official-lines.ts'
import type { SourceDocument } from './port.ts'

/** Characters of a line (5.2.3). */
const lineWidth = 28
const spaces = (count: number) => '　'.repeat(Math.max(0, Math.round(count)))

/** An official document line by line, set with full-width spaces as on paper. */
export function officialText(document: SourceDocument): string {
  const lines = officialLines(document)
  return lines
    .map((line, index) => {
      const isApart = index > 0 && opensGap(line, lines[index - 1])
      return `${isApart ? '\n' : ''}${lineText(line)}`
    })
    .join('\n')
}

/** A line is left free above the title and below it, above the attachments, the signature, and what follows the date. */
function opensGap({ role }: OfficialLine, before: OfficialLine | undefined): boolean {
  if (role === before?.role) return false
  if (role === 'title' || before?.role === 'title' || role === 'attachment' || role === 'signature') return true
  return role === 'other' || (role === 'date' && before?.role !== 'signature')
}

function lineText(line: OfficialLine): string {
  switch (line.role) {
    case 'urgency':
    case 'number':
    case 'title':
    case 'addressee':
      return line.text
    case 'body':
      if (line.piece.kind === 'blocks') return line.piece.blocks.map((block) => blockText(block, '')).join('\n')
      return spaces(2) + plainInlines([...line.piece.heading, ...line.piece.rest])
    case 'attachment':
      return spaces(line.lead === '' ? 5 : 2) + line.lead + line.mark + line.text
    case 'signature':
    case 'date':
      return spaces(lineWidth - line.right - widthOf(line.text)) + line.text
    case 'other':
      break
  }
  if (line.part.kind === 'line') return `${line.part.label}：${line.part.text}`
  return partBlocks(line.part)
    .map((block) => blockText(block, ''))
    .join('\n')
}
