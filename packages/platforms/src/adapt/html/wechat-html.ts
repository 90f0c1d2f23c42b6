import { columnCount, filledRow, isBareAddress } from '@mozhou/text/blocks'
import type { Alignment, Block, Inline, Link, Table } from '@mozhou/text/blocks'
import { escapeHtml } from '@mozhou/text/block-html'
import { mediaAddress } from '../../media-address.ts'
import { isOwnHost } from '../../rules/words/addresses.ts'
import type { Adapting } from '../adapting.ts'
import { unfoldList } from '../../blocks/simplify.ts'
import { isPicture } from '../../blocks/picture-link.ts'
import { unnamedPictures } from '../unnamed-pictures.ts'
import type { StyledElement, WechatStyles } from './wechat-styles.ts'

type List = Extract<Block, { kind: 'list' }>

/** Blocks as 公众号's editor keeps them: styles on each element, links as notes, formulas as pictures, nothing that it drops. */
export function wechatHtml(
  blocks: readonly Block[],
  label: string | null,
  styles: WechatStyles,
  adapting: Adapting,
): string {
  const writer = createWriter(styles, adapting)
  const body = blocks.map((block) => writer.block(block)).join('')
  const labelled = label === null ? '' : writer.element('p', 'label', escapeHtml(label))
  return writer.element('section', 'page', labelled + body + writer.notes() + writer.picturesBehind())
}

function createWriter(styles: WechatStyles, adapting: Adapting) {
  const { platform, changes, media } = adapting
  const addresses: { href: string; title: string }[] = []
  const open = (tag: string, style: string, more = '') => `<${tag}${more}${style === '' ? '' : ` style="${style}"`}>`
  const element = (tag: string, styled: StyledElement, inner: string, more = '') =>
    `${open(tag, styles[styled], more)}${inner}</${tag}>`

  function block(given: Block): string {
    switch (given.kind) {
      case 'heading': {
        const level = Math.min(given.level, 3) as 1 | 2 | 3
        return element(`h${level}`, `h${level}`, inlines(given.inlines))
      }
      case 'paragraph':
        return element('p', 'p', inlines(given.inlines))
      case 'quote':
        return element('blockquote', 'quote', given.blocks.map(block).join(''))
      case 'code':
        return element('pre', 'pre', `<code>${codeHtml(given.text)}</code>`)
      case 'rule':
        return open('hr', styles.rule)
      case 'table':
        return table(given)
      case 'formula':
        return element('p', 'p', formula(given.formula, true))
      case 'list':
        return listed(given)
    }
  }

  function listed(given: List): string {
    const parts = unfoldList(given)
    if (parts.length > 1) changes.add('items_parted')
    return parts.map((part) => (part.kind === 'list' ? list(part) : block(part))).join('')
  }

  /** The editor takes a list within an item apart; beside the item it stays where it was. */
  function list({ isOrdered, start, items }: List): string {
    const tag = isOrdered ? 'ol' : 'ul'
    const more = isOrdered && start !== 1 ? ` start="${start}"` : ''
    const written = items.map((item) => {
      const inner = item.filter(({ kind }) => kind !== 'list')
      const nested = item.filter(({ kind }) => kind === 'list')
      return element('li', 'item', inner.map(itemBlock).join('')) + nested.map(block).join('')
    })
    return element(tag, 'list', written.join(''), more)
  }

  const itemBlock = (given: Block, at: number): string =>
    given.kind === 'paragraph' ? (at === 0 ? '' : '<br>') + inlines(given.inlines) : block(given)

  function table(given: Table): string {
    const columns = columnCount(given)
    const row = (tag: 'th' | 'td', cells: readonly Inline[][]) =>
      `<tr>${filledRow(cells, columns)
        .map((cell, at) => open(tag, styles[tag] + aligned(given.alignments[at] ?? null)) + inlines(cell) + `</${tag}>`)
        .join('')}</tr>`
    const body = given.rows.map((cells) => row('td', cells)).join('')
    return element('table', 'table', `<thead>${row('th', given.header)}</thead><tbody>${body}</tbody>`)
  }

  const inlines = (given: readonly Inline[]): string => given.map(inline).join('')

  function inline(given: Inline): string {
    switch (given.kind) {
      case 'text':
        return escapeHtml(given.text)
      case 'break':
        return '<br>'
      case 'code':
        return element('code', 'code', escapeHtml(given.text))
      case 'formula':
        return formula(given.formula, given.isDisplay)
      case 'strong':
        return element('strong', 'strong', inlines(given.inlines))
      case 'emphasis':
        return `<em>${inlines(given.inlines)}</em>`
      case 'deleted':
        return element('del', 'del', inlines(given.inlines))
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
    if (isOwnHost(given.href, platform) && /^https?:/iu.test(given.href))
      return `<a href="${escapeHtml(given.href)}">${shown}</a>`
    if (isBareAddress(given)) return shown
    changes.add('links_footnoted', given.href)
    const known = addresses.findIndex(({ href }) => href === given.href)
    const number =
      known < 0 ? addresses.push({ href: given.href, title: shown.replaceAll(/<[^>]*>/gu, '') }) : known + 1
    return shown + element('sup', 'note', `[${number}]`)
  }

  function formula(tex: string, isDisplay: boolean): string {
    changes.add('formulas_as_pictures', tex)
    const style = isDisplay ? styles.formula : styles.inlineFormula
    return open('img', style, ` src="${media.formula(tex, isDisplay)}" alt="${escapeHtml(tex)}"`)
  }

  function notes(): string {
    if (addresses.length === 0) return ''
    const lines = addresses.map(({ href, title }, at) =>
      element('p', 'notes', `[${at + 1}] ${title}：${escapeHtml(href)}`),
    )
    return element('h3', 'h3', '引用链接') + lines.join('')
  }

  const image = (address: string, alt: string) =>
    open('img', styles.image, ` src="${address}" alt="${escapeHtml(alt)}"`)
  const picturesBehind = () =>
    unnamedPictures(adapting)
      .map(({ id, alt }) => element('p', 'p', image(mediaAddress(id), alt)))
      .join('')

  return { block, element, notes, picturesBehind }
}

/** The last declaration of a property counts. */
const aligned = (alignment: Alignment | null) =>
  alignment === null || alignment === 'left' ? '' : `;text-align:${alignment}`

/** The editor folds spaces and line ends. */
const codeHtml = (code: string) =>
  escapeHtml(code)
    .replaceAll('\t', '  ')
    .replaceAll('  ', '&nbsp;&nbsp;')
    .replaceAll(/^ /gmu, '&nbsp;')
    .replaceAll('\n', '<br>')
