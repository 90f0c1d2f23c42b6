import { columnCount, filledRow, isBareAddress } from '@mozhou/text/blocks'
import type { Block, Inline, Link, Table } from '@mozhou/text/blocks'
import { escapeHtml } from '@mozhou/text/block-html'
import { mediaAddress } from '../../media-address.ts'
import type { Adapting } from '../adapting.ts'
import { isPicture } from '../../blocks/picture-link.ts'
import { unnamedPictures } from '../unnamed-pictures.ts'
import { codeAsLines, highestHeading, labelBlock, levelOf, tableAsRows, unfoldList } from '../../blocks/simplify.ts'
import type { PlainDialect } from './plain-dialects.ts'

/** Blocks in the few elements that 头条, 百家号 and 知乎 keep; what there is no element for becomes words, and is listed. */
export function plainHtml(
  blocks: readonly Block[],
  label: string | null,
  dialect: PlainDialect,
  adapting: Adapting,
): string {
  const writer = createWriter(dialect, highestHeading(blocks), adapting)
  const labelled = label === null ? blocks : [labelBlock(label), ...blocks]
  const written = labelled.map((block) => writer.block(block))
  const behind = unnamedPictures(adapting).map(({ id, alt }) => `<p>${image(mediaAddress(id), alt)}</p>`)
  return [...written, ...behind].join('\n')
}

type List = Extract<Block, { kind: 'list' }>

const image = (address: string, alt: string) => `<img src="${address}" alt="${escapeHtml(alt)}">`

function createWriter(dialect: PlainDialect, highest: number, { changes, media }: Adapting) {
  function block(given: Block): string {
    switch (given.kind) {
      case 'heading': {
        const level = levelOf(given.level, highest)
        if (given.level > highest + 1) changes.add('headings_levelled')
        return `<h${level}>${inlines(given.inlines)}</h${level}>`
      }
      case 'paragraph':
        return `<p>${inlines(given.inlines)}</p>`
      case 'quote':
        return `<blockquote>${given.blocks.map(block).join('')}</blockquote>`
      case 'rule':
        return '<hr>'
      case 'code':
        if (dialect.code === 'kept') return `<pre lang="">${escapeHtml(given.text)}</pre>`
        changes.add('code_as_text')
        return `<p>${inlines(codeAsLines(given.text))}</p>`
      case 'table':
        if (dialect.tables === 'kept') return table(given)
        changes.add('tables_as_rows')
        return block(tableAsRows(given))
      case 'formula':
        return `<p>${formula(given.formula, true)}</p>`
      case 'list':
        return listed(given)
    }
  }

  function listed(given: List): string {
    if (dialect.nestedLists === 'kept') return list(given)
    const parts = unfoldList(given)
    if (parts.length > 1) changes.add('items_parted')
    return parts.map((part) => (part.kind === 'list' ? list(part) : block(part))).join('')
  }

  function list(given: List): string {
    const isFlat = dialect.nestedLists === 'flat'
    const tag = given.isOrdered ? 'ol' : 'ul'
    const start = given.isOrdered && given.start !== 1 ? ` start="${given.start}"` : ''
    const items = given.items.map((item) => {
      const nested = item.filter(({ kind }) => kind === 'list')
      if (!isFlat || nested.length === 0) return `<li>${itemHtml(item)}</li>`
      changes.add('lists_flattened')
      return `<li>${itemHtml(item.filter(({ kind }) => kind !== 'list'))}</li>${nested.map(flatItems).join('')}`
    })
    return `<${tag}${start}>${items.join('')}</${tag}>`
  }

  /** Items of an inner list as further ones of the outer, behind a dash or their number. */
  function flatItems(given: Block): string {
    if (given.kind !== 'list') return `<li>${itemHtml([given])}</li>`
    const parts = unfoldList(given)
    if (parts.length > 1) return parts.map(flatItems).join('')
    return given.items
      .map((item, at) => {
        const mark = given.isOrdered ? `${given.start + at}. ` : '– '
        const own = item.filter(({ kind }) => kind !== 'list')
        const inner = item.filter(({ kind }) => kind === 'list')
        return `<li>${mark}${itemHtml(own)}</li>${inner.map(flatItems).join('')}`
      })
      .join('')
  }

  function itemHtml(item: readonly Block[]): string {
    return item
      .map((inner, at) =>
        inner.kind === 'paragraph' ? (at === 0 ? '' : '<br>') + inlines(inner.inlines) : block(inner),
      )
      .join('')
  }

  function table(given: Table): string {
    const columns = columnCount(given)
    const row = (tag: 'th' | 'td', cells: readonly Inline[][]) =>
      `<tr>${filledRow(cells, columns)
        .map((cell) => `<${tag}>${inlines(cell)}</${tag}>`)
        .join('')}</tr>`
    const rows = given.rows.map((cells) => row('td', cells)).join('')
    return `<table data-draft-node="block" data-draft-type="table" data-size="normal"><tbody>${row('th', given.header)}${rows}</tbody></table>`
  }

  const inlines = (given: readonly Inline[]): string => given.map(inline).join('')

  function inline(given: Inline): string {
    switch (given.kind) {
      case 'text':
        return escapeHtml(given.text)
      case 'break':
        return '<br>'
      case 'code':
        if (dialect.code === 'kept') return `<code>${escapeHtml(given.text)}</code>`
        changes.add('marks_dropped')
        return escapeHtml(given.text)
      case 'formula':
        return formula(given.formula, given.isDisplay)
      case 'strong':
        return `<strong>${inlines(given.inlines)}</strong>`
      case 'emphasis':
        return `<em>${inlines(given.inlines)}</em>`
      case 'deleted':
        changes.add('strikes_dropped')
        return inlines(given.inlines)
      case 'link':
        return link(given)
    }
  }

  function link(given: Link): string {
    if (isPicture(given)) {
      const { address, alt } = media.picture(given)
      return image(address, alt)
    }
    const shown = inlines(given.inlines)
    if (dialect.links === 'kept' && /^(?:https?:|mailto:)/iu.test(given.href))
      return `<a href="${escapeHtml(given.href)}">${shown}</a>`
    if (!isBareAddress(given)) changes.add('links_removed', given.href)
    return shown
  }

  function formula(tex: string, isDisplay: boolean): string {
    if (dialect.formulas === 'equation') {
      // A formula of its own ends in two backslashes: so the platform tells it from one in a line.
      const source = isDisplay ? `${tex}\\\\` : tex
      return `<img eeimg="1" src="//www.zhihu.com/equation?tex=${encodeURIComponent(source)}" alt="${escapeHtml(source)}">`
    }
    changes.add('formulas_as_pictures', tex)
    return image(media.formula(tex, isDisplay), tex)
  }

  return { block }
}
