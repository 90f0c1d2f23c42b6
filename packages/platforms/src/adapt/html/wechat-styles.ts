import type { Theme } from '../../themes.ts'

export type StyledElement =
  | 'page'
  | 'label'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'quote'
  | 'list'
  | 'item'
  | 'table'
  | 'th'
  | 'td'
  | 'pre'
  | 'code'
  | 'rule'
  | 'image'
  | 'formula'
  | 'inlineFormula'
  | 'note'
  | 'notes'
  | 'strong'
  | 'del'

export type WechatStyles = Readonly<Record<StyledElement, string>>

/**
 * Styles that 公众号's editor keeps: of each element its own, and nothing that it drops (classes, ids, sheets, positions, variables).
 * What can be inherited stands on the page alone, because every character of a style counts towards the 20,000.
 */
export function wechatStyles(theme: Theme): WechatStyles {
  const { text, faint, accent, wash, line, paper, size, leading } = theme
  const table = `border:1px solid ${line};padding:6px 8px`
  return {
    page: `font-size:${size}px;line-height:${leading};color:${text};background-color:${paper};padding:0 8px;word-break:break-word`,
    label: `margin:0 0 18px;font-size:13px;color:${faint}`,
    ...headings(theme),
    p: 'margin:0 0 16px',
    quote: `margin:0 0 16px;padding:14px 14px 1px;border-left:3px solid ${accent};background-color:${wash}`,
    list: 'margin:0 0 16px;padding-left:24px',
    item: 'margin:0 0 6px',
    table: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:14px',
    th: `${table};background-color:${wash};font-weight:bold;text-align:left`,
    td: table,
    pre: `margin:0 0 16px;padding:12px;background-color:${wash};font-size:13px;line-height:1.6;overflow-x:auto`,
    code: `padding:1px 4px;background-color:${wash};font-size:14px`,
    rule: `margin:24px 0;border:0;border-top:1px solid ${line}`,
    image: 'max-width:100%;height:auto',
    formula: 'max-width:100%',
    inlineFormula: 'vertical-align:middle',
    note: `color:${accent}`,
    notes: `margin:0 0 6px;font-size:13px;color:${faint};word-break:break-all`,
    strong: `color:${accent}`,
    del: `color:${faint}`,
  }
}

function headings({ heading, accent, line, wash, size }: Theme): Pick<WechatStyles, 'h1' | 'h2' | 'h3'> {
  const h = (sizeOf: number, extra: string) =>
    `margin:28px 0 14px;font-size:${sizeOf}px;line-height:1.5;font-weight:bold;color:${accent}${extra}`
  const third = h(size + 1, '')
  switch (heading) {
    case 'bare':
      return { h1: h(size + 4, ''), h2: h(size + 2, ''), h3: third }
    case 'bar': {
      const bar = `;padding-left:10px;border-left:4px solid ${accent}`
      return { h1: h(size + 4, bar), h2: h(size + 2, bar), h3: third }
    }
    case 'underline': {
      const rule = `;padding-bottom:6px;border-bottom:1px solid ${line}`
      return { h1: h(size + 4, rule), h2: h(size + 2, rule), h3: third }
    }
    case 'block': {
      const block = `;padding:6px 12px;background-color:${wash}`
      return { h1: h(size + 4, block), h2: h(size + 2, block), h3: third }
    }
    case 'centred': {
      const centre = ';text-align:center'
      return { h1: h(size + 4, centre), h2: h(size + 2, centre), h3: third }
    }
  }
}

/** The least that still shows a table: for works whose markup would be too long. Of the writer's own attributes, whose values hold no quotes. */
export function lightened(html: string): string {
  return html
    .replaceAll(/ style="[^"]*"/gu, '')
    .replace('<section>', '<section style="font-size:16px;line-height:1.75">')
    .replaceAll(/<t([hd])>/gu, '<t$1 style="border:1px solid #ddd">')
}
