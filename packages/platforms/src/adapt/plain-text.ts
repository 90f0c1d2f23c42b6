import { isBareAddress } from '@mozhou/text/blocks'
import type { Block, Inline } from '@mozhou/text/blocks'
import type { Adapting } from './adapting.ts'
import { isPicture } from '../blocks/picture-link.ts'
import { tableAsRows } from '../blocks/simplify.ts'

/** A block without marks, as a caption says it: one line a paragraph, addresses and pictures aside. Counted where `adapting` is given. */
export function blockLines(block: Block, adapting: Adapting | null): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.inlines, adapting).split('\n').filter(isFilled)
    case 'code':
      adapting?.changes.add('code_as_text')
      return block.text.split('\n')
    case 'formula':
      adapting?.changes.add('formulas_as_source')
      return [block.formula.trim()]
    case 'quote':
      adapting?.changes.add('quotes_as_text')
      return block.blocks.flatMap((inner) => blockLines(inner, adapting))
    case 'rule':
      adapting?.changes.add('rules_dropped')
      return []
    case 'table':
      adapting?.changes.add('tables_as_rows')
      return blockLines(tableAsRows(block), adapting)
    case 'list':
      break
  }
  return block.items.flatMap((item, at) => {
    const mark = block.isOrdered ? `${block.start + at}. ` : '· '
    return item.flatMap((inner) => blockLines(inner, adapting)).map((line, row) => (row === 0 ? mark + line : line))
  })
}

const isFilled = (line: string) => line.trim() !== ''

export function inlineText(inlines: readonly Inline[], adapting: Adapting | null): string {
  return inlines.map((inline) => oneText(inline, adapting)).join('')
}

function oneText(inline: Inline, adapting: Adapting | null): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'break':
      return '\n'
    case 'code':
      return inline.text
    case 'formula':
      adapting?.changes.add('formulas_as_source')
      return inline.source
    case 'strong':
    case 'emphasis':
      adapting?.changes.add('marks_dropped')
      return inlineText(inline.inlines, adapting)
    case 'deleted':
      adapting?.changes.add('strikes_dropped')
      return inlineText(inline.inlines, adapting)
    case 'link':
      break
  }
  if (isPicture(inline)) {
    if (adapting) takePicture(inline, adapting)
    return ''
  }
  if (!isBareAddress(inline)) adapting?.changes.add('links_removed', inline.href)
  return inlineText(inline.inlines, adapting)
}

/** Out of the text and into the set of pictures. */
export function takePicture(link: Extract<Inline, { kind: 'link' }>, { media, changes }: Adapting): void {
  const { alt } = media.picture(link)
  changes.add('pictures_out_of_text', alt === '' ? link.href : alt)
}
