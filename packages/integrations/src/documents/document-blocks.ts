import { lined, strong, text } from '@mozhou/text/blocks'
import type { Block } from '@mozhou/text/blocks'
import type { DocumentPart } from './port.ts'
import { readMarkdown } from '@mozhou/text/read-markdown'

/** A part with its label, as blocks. */
export function partBlocks(part: DocumentPart): Block[] {
  switch (part.kind) {
    case 'line':
      return [{ kind: 'quote', blocks: [{ kind: 'paragraph', inlines: [strong(`${part.label}：`), text(part.text)] }] }]
    case 'markdown':
      return [...(part.label === null ? [] : [heading(part.label)]), ...readMarkdown(part.text)]
    case 'list':
      return [{ kind: 'paragraph', inlines: [strong(`${part.label}：`), text(part.items.join('、'))] }]
    case 'lines':
      return [heading(part.label), bullets(part.items)]
    case 'table':
      break
  }
  return [
    heading(part.label),
    { kind: 'table', header: part.headings.map(lined), rows: part.rows.map((row) => row.map(lined)), alignments: [] },
  ]
}

const heading = (label: string): Block => ({ kind: 'heading', level: 2, inlines: [text(label)] })

const bullets = (items: readonly string[]): Block => ({
  kind: 'list',
  isOrdered: false,
  start: 1,
  items: items.map((item) => [{ kind: 'paragraph', inlines: [text(item)] }]),
})
