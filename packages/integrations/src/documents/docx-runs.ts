import { TextRun } from 'docx'
import { addressBehind } from './blocks.ts'
import type { Inline } from './blocks.ts'

/** Latin and Chinese letters come from different fonts in Word: `eastAsia` is the Chinese one. */
export interface Face {
  chinese: string
  latin: string
  /** Half points, as Word counts. */
  size: number
}

export interface RunStyle extends Face {
  bold?: boolean
  italics?: boolean
  strike?: boolean
  color?: string
}

export const fontOf = ({ chinese, latin }: Face) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia: chinese })

const monospace = { latin: 'Consolas', color: '595959' }

export function plainRun(text: string, style: RunStyle): TextRun {
  const { size, bold, italics, strike, color } = style
  return new TextRun({
    text,
    size,
    font: fontOf(style),
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(strike && { strike }),
    ...(color !== undefined && { color }),
  })
}

export function runsOf(inlines: readonly Inline[], style: RunStyle): TextRun[] {
  return inlines.flatMap((inline) => runOf(inline, style))
}

function runOf(inline: Inline, style: RunStyle): TextRun[] {
  switch (inline.kind) {
    case 'text':
      return [plainRun(inline.text, style)]
    case 'code':
      return [plainRun(inline.text, { ...style, ...monospace })]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'strong':
      return runsOf(inline.inlines, { ...style, bold: true })
    case 'emphasis':
      return runsOf(inline.inlines, { ...style, italics: true })
    case 'deleted':
      return runsOf(inline.inlines, { ...style, strike: true })
    case 'link':
      break
  }
  const address = addressBehind(inline)
  return [
    ...runsOf(inline.inlines, style),
    ...(address === '' ? [] : [plainRun(address, { ...style, color: '8C8C8C' })]),
  ]
}
