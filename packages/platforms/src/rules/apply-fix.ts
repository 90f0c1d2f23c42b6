import { escapeHtml } from '@mozhou/text/block-html'
import type { Body, PlatformPackage } from '../platform-package.ts'
import { escapeMarkdown } from '../blocks/escape-markdown.ts'
import type { Fix } from './rule.ts'

/** A package with a fix applied; it is to be checked again. What the fix does not find is left as it is. */
export function applyFix(pack: PlatformPackage, fix: Fix): PlatformPackage {
  switch (fix.kind) {
    case 'set_title':
      return { ...pack, title: fix.title }
    case 'set_digest':
      return { ...pack, digest: fix.digest }
    case 'set_tags':
      return { ...pack, tags: fix.tags }
    case 'add_label':
      return { ...pack, body: withLabel(pack.body, fix.label) }
    case 'replace_term':
      break
  }
  const { field, term, replacement } = fix
  const swap = (text: string) => text.replaceAll(term, () => replacement)
  switch (field) {
    case 'title':
      return { ...pack, title: swap(pack.title) }
    case 'digest':
      return { ...pack, digest: swap(pack.digest) }
    case 'author':
      return { ...pack, author: pack.author === null ? null : swap(pack.author) }
    case 'tags':
      return { ...pack, tags: pack.tags.map(swap).filter((tag) => tag !== '') }
    case 'body':
      return { ...pack, body: replaced(pack.body, term, replacement) }
    case 'cover':
    case 'media':
    case 'cards':
    case 'declarations':
      return pack
  }
}

/** In what is read, and in no mark and no address of a picture. */
function replaced(body: Body, term: string, replacement: string): Body {
  switch (body.form) {
    case 'text':
      return { ...body, text: body.text.replaceAll(term, () => replacement) }
    case 'markdown':
      return { ...body, markdown: body.markdown.replaceAll(escapeMarkdown(term), () => escapeMarkdown(replacement)) }
    case 'html': {
      const html = body.html.replaceAll(
        /(<[^<>]*>)|([^<>]+)/gu,
        (_all, mark: string | undefined, text: string) =>
          mark ?? text.replaceAll(escapeHtml(term), () => escapeHtml(replacement)),
      )
      return { ...body, html }
    }
  }
}

function withLabel(body: Body, label: string): Body {
  switch (body.form) {
    case 'text':
      return { ...body, text: body.text === '' ? label : `${body.text}\n\n${label}` }
    case 'markdown':
      return { ...body, markdown: `> ${escapeMarkdown(label)}\n\n${body.markdown}` }
    case 'html':
      return { ...body, html: `<p>${escapeHtml(label)}</p>${body.html}` }
  }
}
