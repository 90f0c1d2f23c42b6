/** Pixels of a card, as 小红书 recommends them (3:4). */
export const cardSize = { width: 1080, height: 1440 } as const

export interface CardFont {
  family: 'text' | 'mono'
  size: number
  isBold: boolean
}

/** The width of a text in pixels. A browser asks its canvas, a server its fonts; `estimateWidth` needs neither. */
export type MeasureWidth = (text: string, font: CardFont) => number

export interface CardRun {
  text: string
  x: number
  /** As it was measured: what follows stands behind it, whatever font draws it in the end. */
  width: number
  font: CardFont
  colour: string
}

export interface CardLine {
  kind: 'line'
  /** Of the letters' feet. */
  baseline: number
  runs: readonly CardRun[]
}

export interface CardBox {
  kind: 'box'
  x: number
  y: number
  width: number
  height: number
  radius: number
  colour: string
}

/** A picture of text as data: what stands where. Boxes lie under lines. */
export interface Card {
  width: number
  height: number
  background: string
  boxes: readonly CardBox[]
  lines: readonly CardLine[]
  /** What is read on it, line by line, without its page number. */
  text: string
}
