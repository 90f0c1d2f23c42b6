import { plainInlines } from './blocks.ts'
import type { Block } from './blocks.ts'

/** A block without any marks, each of its lines behind `indent`. */
export function blockText(block: Block, indent: string): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return indented(plainInlines(block.inlines), indent)
    case 'code':
      return indented(block.text, indent)
    case 'formula':
      return indented(block.source, indent)
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
