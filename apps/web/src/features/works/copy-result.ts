import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { blockHtml, htmlStyles } from '@mozhou/text/block-html'
import { blockText } from '@mozhou/text/block-text'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { resultMarkdown } from './result-markdown.ts'

export type CopyFormat = 'rich' | 'markdown' | 'plain'

/** The work alone, with the label that copies of generated texts have to carry. False when the browser refuses the clipboard. */
export async function copyResult(
  tool: ToolDefinition,
  result: Record<string, unknown>,
  format: CopyFormat,
): Promise<boolean> {
  const markdown = `${resultMarkdown(tool, result).trimEnd()}\n\n${aiLabel}`
  try {
    if (format === 'markdown') await navigator.clipboard.writeText(markdown)
    else if (format === 'plain') await navigator.clipboard.writeText(plainCopy(markdown))
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([richCopy(markdown)], { type: 'text/html' }),
          'text/plain': new Blob([plainCopy(markdown)], { type: 'text/plain' }),
        }),
      ])
    return true
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError) return false
    throw cause
  }
}

/** HTML whose every element carries its own style, as the html file does. */
export function richCopy(markdown: string): string {
  return `<section style="${htmlStyles.page}">${readMarkdown(markdown).map(blockHtml).join('\n')}</section>`
}

/** The same text as the txt file's. */
export function plainCopy(markdown: string): string {
  return readMarkdown(markdown)
    .map((block) => blockText(block, ''))
    .join('\n\n')
}
