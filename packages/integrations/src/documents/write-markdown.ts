import { officialMarkdown } from './official-markdown.ts'
import { escapeMarkdown, partMarkdown } from './part-markdown.ts'
import type { SourceDocument } from './port.ts'

/** The work as one Markdown file; Markdown parts of an article stand in it to the letter. */
export function writeMarkdown(document: SourceDocument): string {
  const { title, parts, aiLabel, layout } = document
  const label = aiLabel === null ? [] : [`> ${escapeMarkdown(aiLabel)}`]
  const blocks =
    layout === 'official'
      ? [...officialMarkdown(document), ...label]
      : [`# ${escapeMarkdown(title)}`, ...label, ...parts.map(partMarkdown)]
  return `${blocks.join('\n\n')}\n`
}
