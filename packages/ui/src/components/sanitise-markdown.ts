import DOMPurify from 'dompurify'
import { Marked } from 'marked'

const markdown = new Marked({ gfm: true, breaks: true })

const allowedTags =
  'h1 h2 h3 h4 h5 h6 p br hr blockquote pre code ul ol li strong em del sup sub a table thead tbody tr th td'.split(' ')

const purifier = DOMPurify()
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer nofollow')
})

/**
 * Markdown as HTML that is safe to insert. A model writes what its input told it to, so its text is a stranger's:
 * no scripts, styles, forms, frames, no pictures (a picture's address reports who reads), links to the web and mail only.
 */
export function renderMarkdown(source: string): string {
  return purifier.sanitize(markdown.parse(source, { async: false }), {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'title', 'start', 'align', 'colspan', 'rowspan'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  })
}

/** Top-level blocks of a text, as they stand in the source. */
export function lexBlocks(source: string): { raw: string; isSpace: boolean }[] {
  return markdown.lexer(source).map((token) => ({ raw: token.raw, isSpace: token.type === 'space' }))
}
