import { plainInlines } from './blocks.ts'
import type { Block } from './blocks.ts'
import { partBlocks } from './document-blocks.ts'
import type { SourceDocument } from './port.ts'

/** The work without any marks, for places that take nothing else. */
export function writeText({ title, parts, aiLabel }: SourceDocument): string {
  const blocks = parts.flatMap(partBlocks).map((block) => blockText(block, ''))
  return `${[title, ...(aiLabel === null ? [] : [aiLabel]), ...blocks].join('\n\n')}\n`
}

function blockText(block: Block, indent: string): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return indented(plainInlines(block.inlines), indent)
    case 'code':
      return indented(block.text, indent)
    case 'quote':
      return block.blocks.map((inner) => blockText(inner, `${indent}  `)).join('\n')
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => indent + row.map((cell) => plainInlines(cell).replaceAll('\n', ' ')).join('\t'))
        .join('\n')
    case 'rule':
      return `${indent}——————`
    case 'list':
      break
  }
  return block.items
    .map((item, index) => {
      const mark = block.isOrdered ? `${block.start + index}. ` : '· '
      return (
        indent +
        mark +
        item
          .map((inner) => blockText(inner, `${indent}  `))
          .join('\n')
          .trimStart()
      )
    })
    .join('\n')
}

const indented = (value: string, indent: string) =>
  value
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
