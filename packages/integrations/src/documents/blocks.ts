/** What Markdown says, apart from how it is written. */
export type Block =
  | { kind: 'heading'; level: number; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; header: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'deleted'; inlines: Inline[] }
  | { kind: 'link'; href: string; inlines: Inline[] }
  | { kind: 'break' }

export const text = (value: string): Inline => ({ kind: 'text', text: value })
export const strong = (value: string): Inline => ({ kind: 'strong', inlines: [text(value)] })

/** Plain text with its line ends as breaks. */
export const lined = (value: string): Inline[] =>
  value.split('\n').flatMap((line, index) => (index === 0 ? [text(line)] : [{ kind: 'break' as const }, text(line)]))

/** The bare text of inlines; an address that is not the link's own text stands behind it. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join('')
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
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
export function addressBehind(link: Extract<Inline, { kind: 'link' }>): string {
  const shown = plainInlines(link.inlines)
  return shown === link.href || `mailto:${shown}` === link.href ? '' : `（${link.href}）`
}
