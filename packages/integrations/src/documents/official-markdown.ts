import { officialLines } from './official-lines.ts'
import type { OfficialLine } from './official-lines.ts'
import { escapeMarkdown, partMarkdown } from './part-markdown.ts'
import type { SourceDocument } from './port.ts'

/** An indent of two characters; what stands behind one opens no Markdown list. */
const indent = '　　'

/** The paragraphs of an official document, so that no reader joins what stands on lines of its own. */
export function officialMarkdown(document: SourceDocument): string[] {
  return officialLines(document).map(lineMarkdown)
}

function lineMarkdown(line: OfficialLine): string {
  switch (line.role) {
    case 'urgency':
      return `**${escapeMarkdown(line.text)}**`
    case 'title':
      return `# ${escapeMarkdown(line.text)}`
    case 'body':
      return line.piece.kind === 'blocks' ? line.piece.source : indent + line.piece.source
    case 'attachment':
      return (line.lead === '' ? `${indent}　　　` : indent + line.lead) + line.mark + escapeMarkdown(line.text)
    case 'other':
      return line.part.kind === 'line'
        ? escapeMarkdown(`${line.part.label}：${line.part.text}`)
        : partMarkdown(line.part)
    case 'number':
    case 'addressee':
    case 'signature':
    case 'date':
      break
  }
  return escapeMarkdown(line.text)
}
