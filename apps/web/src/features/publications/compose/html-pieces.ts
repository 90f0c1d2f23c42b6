import { escapeHtml } from '@mozhou/text/block-html'

/** A run of words between two marks of HTML, or the mark itself. */
export type Token = { kind: 'mark'; html: string } | { kind: 'words'; text: string }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/giu, (all, decimal, hex, name) => {
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal))
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16))
    return (typeof name === 'string' ? entities[name.toLowerCase()] : undefined) ?? all
  })
}

/** HTML as runs of words and what stands between them: the words can be changed, and nothing else is touched. */
export function splitHtml(html: string): Token[] {
  return [...html.matchAll(/<[^<>]*>|[^<>]+/gu)].map(([part]) => {
    const isWords = !part.startsWith('<') && part.trim() !== ''
    return isWords ? { kind: 'words', text: decode(part) } : { kind: 'mark', html: part }
  })
}

export function joinHtml(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'mark' ? token.html : escapeHtml(token.text))).join('')
}
