import { TextRun } from 'docx'
import { addressBehind, lined } from '@mozhou/text/blocks'
import type { Inline } from '@mozhou/text/blocks'

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

/** Marks that Latin and Chinese share: Word takes the Chinese face for them where the run says so (ECMA-376, 17.3.2.26, `hint`). */
const sharedMarks = /[“”‘’—…·]/u
const chineseLetters = /\p{Script=Han}/u

export const fontOf = ({ chinese, latin }: Face) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia: chinese })

/** English within quotes keeps Latin ones: a run is Chinese where it has a Chinese letter, or shared marks and no Latin ones. */
const isChinese = (text: string) => chineseLetters.test(text) || (sharedMarks.test(text) && !/[A-Za-z]/.test(text))

/** No face for text has boxes; where the program looks for one itself, it may take the coloured one of emoji. */
const boxes = { chinese: 'Segoe UI Symbol', latin: 'Segoe UI Symbol' }
const tickStyle = (piece: string, style: RunStyle) => (/[☐☑]/u.test(piece) ? { ...style, ...boxes } : style)

const monospace = { latin: 'Consolas', color: '595959' }

export function plainRun(text: string, style: RunStyle): TextRun {
  const { size, bold, italics, strike, color } = style
  return new TextRun({
    text,
    size,
    font: { ...fontOf(style), ...(isChinese(text) && { hint: 'eastAsia' }) },
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
      return inline.text
        .split(/([☐☑])/u)
        .flatMap((piece) => (piece === '' ? [] : [plainRun(piece, tickStyle(piece, style))]))
    case 'code':
      return [plainRun(inline.text, { ...style, ...monospace })]
    case 'formula':
      return runsOf(lined(inline.source), style)
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
