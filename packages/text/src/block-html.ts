import { addressBehind, columnCount, filledRow } from './blocks.ts'
import type { Alignment, Block, Inline, Table } from './blocks.ts'

/**
 * Styles that survive being pasted into the WeChat article editor, which drops classes, ids, style sheets, scripts and links to other
 * sites (https://mp.weixin.qq.com, article editor, 2026-11). So each element carries its own, and an address is shown as text.
 */
export const htmlStyles = {
  page: 'max-width:677px;margin:0 auto;padding:16px;font-size:16px;line-height:1.75;color:#3f3f3f;word-break:break-word',
  title: 'margin:0 0 16px;font-size:22px;line-height:1.4;font-weight:bold;color:#1f1f1f',
  label: 'margin:0 0 20px;font-size:13px;color:#8c8c8c',
  h1: 'margin:32px 0 16px;font-size:20px;line-height:1.5;font-weight:bold;color:#1f1f1f',
  h2: 'margin:28px 0 14px;font-size:18px;line-height:1.5;font-weight:bold;color:#1f1f1f',
  h3: 'margin:24px 0 12px;font-size:16px;line-height:1.5;font-weight:bold;color:#1f1f1f',
  p: 'margin:0 0 16px',
  quote: 'margin:0 0 16px;padding:10px 14px;border-left:3px solid #c8c8c8;background-color:#f7f7f7;color:#595959',
  list: 'margin:0 0 16px;padding-left:24px',
  item: 'margin:0 0 6px',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:14px',
  th: 'padding:8px 10px;border:1px solid #d9d9d9;background-color:#f5f5f5;font-weight:bold;text-align:left',
  td: 'padding:8px 10px;border:1px solid #d9d9d9;vertical-align:top',
  code: 'margin:0 0 16px;padding:12px;background-color:#f6f6f6;font-size:13px;white-space:pre-wrap',
  inlineCode: 'padding:1px 4px;background-color:#f2f2f2;font-size:14px',
  rule: 'margin:24px 0;border:0;border-top:1px solid #e5e5e5',
  address: 'color:#8c8c8c;font-size:13px',
} as const

/** A block as HTML that carries its own htmlStyles. */
export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(block.level, 3) as 1 | 2 | 3
      return `<h${level} style="${htmlStyles[`h${level}`]}">${inlineHtml(block.inlines)}</h${level}>`
    }
    case 'paragraph':
      return `<p style="${htmlStyles.p}">${inlineHtml(block.inlines)}</p>`
    case 'quote':
      return `<blockquote style="${htmlStyles.quote}">${block.blocks.map(blockHtml).join('')}</blockquote>`
    case 'code':
      return `<pre style="${htmlStyles.code}"><code>${escapeHtml(block.text)}</code></pre>`
    case 'rule':
      return `<hr style="${htmlStyles.rule}">`
    case 'table':
      return tableHtml(block)
    case 'formula':
      return `<p style="${htmlStyles.p}">${linedHtml(block.source)}</p>`
    case 'list':
      break
  }
  const tag = block.isOrdered ? 'ol' : 'ul'
  const start = block.isOrdered && block.start !== 1 ? ` start="${block.start}"` : ''
  const items = block.items.map((item) => `<li style="${htmlStyles.item}">${itemHtml(item)}</li>`)
  return `<${tag} style="${htmlStyles.list}"${start}>${items.join('')}</${tag}>`
}

/** A single paragraph stands in the item itself: as one of its own it would add space to every line of a list. */
function itemHtml(item: readonly Block[]): string {
  const paragraphs = item.filter(({ kind }) => kind === 'paragraph').length
  return item
    .map((block) =>
      block.kind === 'paragraph' && paragraphs === 1 ? `<span>${inlineHtml(block.inlines)}</span>` : blockHtml(block),
    )
    .join('')
}

function tableHtml(table: Table): string {
  const columns = columnCount(table)
  const row = (tag: 'th' | 'td', cells: readonly Inline[][]) =>
    `<tr>${filledRow(cells, columns)
      .map((cell, at) => `<${tag} style="${cellStyle(tag, table.alignments[at] ?? null)}">${inlineHtml(cell)}</${tag}>`)
      .join('')}</tr>`
  return `<table style="${htmlStyles.table}"><thead>${row('th', table.header)}</thead><tbody>${table.rows.map((cells) => row('td', cells)).join('')}</tbody></table>`
}

/** The last declaration of a property counts. */
const cellStyle = (tag: 'th' | 'td', alignment: Alignment | null) =>
  htmlStyles[tag] + (alignment === null ? '' : `;text-align:${alignment}`)

const linedHtml = (value: string) => value.split('\n').map(escapeHtml).join('<br>')

export function inlineHtml(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('')
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'code':
      return `<code style="${htmlStyles.inlineCode}">${escapeHtml(inline.text)}</code>`
    case 'formula':
      return linedHtml(inline.source)
    case 'break':
      return '<br>'
    case 'strong':
      return `<strong>${inlineHtml(inline.inlines)}</strong>`
    case 'emphasis':
      return `<em>${inlineHtml(inline.inlines)}</em>`
    case 'deleted':
      return `<del>${inlineHtml(inline.inlines)}</del>`
    case 'link':
      break
  }
  const address = addressBehind(inline)
  return (
    inlineHtml(inline.inlines) +
    (address === '' ? '' : `<span style="${htmlStyles.address}">${escapeHtml(address)}</span>`)
  )
}

export function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
