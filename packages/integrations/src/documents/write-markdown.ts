import { markdownFrontMatter } from '../labels/front-matter.ts'
import { officialMarkdown } from './official-markdown.ts'
import { escapeMarkdown, partMarkdown } from './part-markdown.ts'
import type { SourceDocument } from './port.ts'

/** The work as one Markdown file, behind its label for machines; Markdown parts of an article stand in it to the letter. */
export function writeMarkdown(document: SourceDocument): string {
  const { title, parts, aiLabel, layout, provenance } = document
  const label = aiLabel === null ? [] : [`> ${escapeMarkdown(aiLabel)}`]
  const blocks =
    layout === 'official'
      ? [...officialMarkdown(document), ...label]
      : [`# ${escapeMarkdown(title)}`, ...label, ...parts.map(partMarkdown)]
  const front = provenance === null ? '' : `${markdownFrontMatter(provenance)}\n`
  return `${front}${blocks.join('\n\n')}\n`
}
