import type { DocumentPart } from '@mozhou/integrations/documents/port'
import { lined, strong, text } from '@mozhou/text/blocks'
import type { Block } from '@mozhou/text/blocks'
import { readMarkdown } from '@mozhou/text/read-markdown'

/** The parts of a work as blocks; labels are the platform's own words and become headings. */
export function workBlocks(parts: readonly DocumentPart[]): Block[] {
  return parts.flatMap(partBlocks)
}

const heading = (label: string): Block => ({ kind: 'heading', level: 2, inlines: [text(label)] })

function partBlocks(part: DocumentPart): Block[] {
  switch (part.kind) {
    case 'line':
      return [{ kind: 'paragraph', inlines: [strong(part.label), text(`：${part.text}`)] }]
    case 'markdown':
      return [...(part.label === null ? [] : [heading(part.label)]), ...readMarkdown(part.text)]
    case 'list':
      return [{ kind: 'paragraph', inlines: [strong(part.label), text(`：${part.items.join('、')}`)] }]
    case 'lines': {
      const items = part.items.map((item): Block[] => [{ kind: 'paragraph', inlines: lined(item) }])
      return [heading(part.label), { kind: 'list', isOrdered: false, start: 1, items }]
    }
    case 'table': {
      const cells = (row: readonly string[]) => row.map(lined)
      const { headings, rows } = part
      const table: Block = {
        kind: 'table',
        header: cells(headings),
        rows: rows.map(cells),
        alignments: headings.map(() => null),
      }
      return [heading(part.label), table]
    }
  }
}
