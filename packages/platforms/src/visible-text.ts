import { blockText } from '@mozhou/text/block-text'
import { readMarkdown } from '@mozhou/text/read-markdown'
import type { Body, PlatformPackage } from './platform-package.ts'
import type { RuleField } from './rules/rule.ts'

/** Words of a package that people read. */
export interface VisibleText {
  field: RuleField
  /** The id of a card, a tag; null for a field that there is once. */
  item: string | null
  text: string
}

export function visibleTexts(pack: PlatformPackage): VisibleText[] {
  const fields: VisibleText[] = [
    { field: 'title', item: null, text: pack.title },
    { field: 'digest', item: null, text: pack.digest },
    { field: 'author', item: null, text: pack.author ?? '' },
    { field: 'body', item: null, text: bodyText(pack.body) },
  ]
  const tags = pack.tags.map((tag) => ({ field: 'tags' as const, item: tag, text: tag }))
  const cards = pack.media.flatMap((medium) =>
    medium.kind === 'card' ? [{ field: 'cards' as const, item: medium.id, text: medium.card.text }] : [],
  )
  return [...fields, ...tags, ...cards].filter(({ text }) => text !== '')
}

export function bodyText(body: Body): string {
  switch (body.form) {
    case 'html':
      return htmlText(body.html)
    case 'markdown':
      return markdownText(body.markdown)
    case 'text':
      return body.text
  }
}

const closing = /<\/(?:p|h\d|li|tr|blockquote|pre|figcaption|section|td|th)>|<br\s*\/?>|<hr\b[^>]*>/giu
const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

export function htmlText(html: string): string {
  return unescapeHtml(html.replaceAll(closing, '\n').replaceAll(/<[^<>]*>/gu, ''))
    .replaceAll(/\n{2,}/gu, '\n')
    .trim()
}

export const unescapeHtml = (html: string) =>
  html.replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/gu, (whole, name: string) => references[name] ?? whole)

/** As readers see it, and the addresses behind links besides; a picture says nothing. */
function markdownText(markdown: string): string {
  return readMarkdown(markdown.replaceAll(/!\[[^\]]*\]\([^)\s]*\)/gu, ''))
    .map((block) => blockText(block, ''))
    .join('\n')
    .trim()
}
