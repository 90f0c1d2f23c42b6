import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export interface HtmlElement {
  tag: string
  attributes: Record<string, string>
  text: string
}

/** Every element of a page, in order, as a browser would read it. */
export function readHtml(html: string): HtmlElement[] {
  return elementsOf(parse(html))
}

export const bodyText = (html: string) => readHtml(html).find(({ tag }) => tag === 'body')?.text ?? ''

function elementsOf(node: Tree.Node): HtmlElement[] {
  if (!('childNodes' in node)) return []
  const inner = node.childNodes.flatMap(elementsOf)
  if (!('attrs' in node)) return inner
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [{ tag: node.tagName, attributes, text: textOf(node) }, ...inner]
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  const isBlock = 'tagName' in node && /^(?:p|h\d|li|td|th|tr|br|blockquote|pre|section)$/u.test(node.tagName)
  return node.childNodes.map(textOf).join('') + (isBlock ? '\n' : '')
}
