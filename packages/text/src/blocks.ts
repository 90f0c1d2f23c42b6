/** What a text says, apart from how it is written. */
export type Block =
  | { kind: 'heading'; level: number; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  /** Rows may be longer or shorter than the header; see `columnCount`. */
  | { kind: 'table'; header: Inline[][]; rows: Inline[][][]; alignments: (Alignment | null)[] }
  | { kind: 'code'; text: string }
  | { kind: 'formula'; source: string; formula: string }
  | { kind: 'rule' }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  /** `source` is what stands in the text, its delimiters included; `formula` the TeX in it. */
  | { kind: 'formula'; source: string; formula: string; isDisplay: boolean }
  | { kind: 'strong' | 'emphasis' | 'deleted'; inlines: Inline[] }
  | { kind: 'link'; href: string; inlines: Inline[] }
  | { kind: 'break' }

export type Alignment = 'left' | 'center' | 'right'
export type Table = Extract<Block, { kind: 'table' }>
export type Link = Extract<Inline, { kind: 'link' }>

export const text = (value: string): Inline => ({ kind: 'text', text: value })
export const strong = (value: string): Inline => ({ kind: 'strong', inlines: [text(value)] })

/** Plain text with its line ends as breaks. */
export const lined = (value: string): Inline[] =>
  value.split('\n').flatMap((line, index) => (index === 0 ? [text(line)] : [{ kind: 'break' as const }, text(line)]))

/** The widest row counts: a cell without a heading is still somebody's. */
export const columnCount = ({ header, rows }: Table): number =>
  rows.reduce((widest, row) => Math.max(widest, row.length), header.length)

/** A row with a cell for every column. */
export const filledRow = (row: readonly Inline[][], columns: number): Inline[][] =>
  Array.from({ length: columns }, (_, at) => row[at] ?? [])

/** The bare text of inlines; an address that is not the link's own text stands behind it. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join('')
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'formula':
      return inline.source
    case 'break':
      return '\n'
    case 'link':
      return plainInlines(inline.inlines) + addressBehind(inline)
    case 'strong':
    case 'emphasis':
    case 'deleted':
      break
  }
  return plainInlines(inline.inlines)
}

/** ` （https://…）`, for media that show no link; nothing when the text is the address. */
export function addressBehind(link: Link): string {
  return isBareAddress(link) ? '' : `（${link.href}）`
}

/** Whether the link's text is its address. */
export function isBareAddress(link: Link): boolean {
  const shown = plainInlines(link.inlines)
  return [shown, `mailto:${shown}`, `http://${shown}`].includes(link.href)
}
