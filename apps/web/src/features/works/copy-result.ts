import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { renderMarkdown } from '@mozhou/ui/components/sanitise-markdown'
import { resultMarkdown } from './result-markdown.ts'

export type CopyFormat = 'rich' | 'markdown' | 'plain'

/** Styles that editors keep on pasting; the page's own style sheet does not travel. */
const inlineStyles: Record<string, string> = {
  P: 'margin: 0 0 1em; line-height: 1.85; font-size: 16px;',
  H1: 'margin: 1.4em 0 0.6em; font-size: 22px; font-weight: bold;',
  H2: 'margin: 1.4em 0 0.6em; font-size: 19px; font-weight: bold;',
  H3: 'margin: 1.2em 0 0.5em; font-size: 17px; font-weight: bold;',
  LI: 'margin: 0 0 0.4em; line-height: 1.85; font-size: 16px;',
  BLOCKQUOTE: 'margin: 0 0 1em; padding-left: 1em; border-left: 3px solid;',
}

/** The work alone, with the label that copies of generated texts have to carry. False when the browser refuses the clipboard. */
export async function copyResult(
  tool: ToolDefinition,
  result: Record<string, unknown>,
  format: CopyFormat,
): Promise<boolean> {
  const markdown = `${resultMarkdown(tool, result).trimEnd()}\n\n${aiLabel}`
  try {
    if (format === 'markdown') await navigator.clipboard.writeText(markdown)
    else if (format === 'plain') await navigator.clipboard.writeText(plainText(markdown))
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([richText(markdown)], { type: 'text/html' }),
          'text/plain': new Blob([plainText(markdown)], { type: 'text/plain' }),
        }),
      ])
    return true
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError) return false
    throw cause
  }
}

function richText(markdown: string): string {
  const page = rendered(markdown)
  for (const [tag, style] of Object.entries(inlineStyles))
    for (const element of page.querySelectorAll(tag)) element.setAttribute('style', style)
  return page.innerHTML
}

function plainText(markdown: string): string {
  const page = rendered(markdown)
  for (const lineBreak of page.querySelectorAll('br')) lineBreak.replaceWith('\n')
  for (const item of page.querySelectorAll('li')) item.prepend('· ')
  const blocks = [...page.querySelectorAll('h1, h2, h3, h4, p, li, pre, tr')]
  const outermost = blocks.filter((block) => block.tagName === 'LI' || !block.parentElement?.closest('li'))
  return outermost
    .map((block) => (block.tagName === 'TR' ? rowText(block) : (block.textContent ?? '').trim()))
    .filter(Boolean)
    .join('\n\n')
}

function rowText(row: Element): string {
  return [...row.children].map((cell) => (cell.textContent ?? '').trim()).join('\t')
}

function rendered(markdown: string): HTMLElement {
  return new DOMParser().parseFromString(renderMarkdown(markdown), 'text/html').body
}
