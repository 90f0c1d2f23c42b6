import type { DocumentPart } from './port.ts'

/** A part with its label as Markdown. */
export function partMarkdown(part: DocumentPart): string {
  switch (part.kind) {
    case 'line':
      return `> **${escapeMarkdown(part.label)}**：${escapeMarkdown(part.text)}`
    case 'markdown':
      return part.label === null ? part.text : `## ${escapeMarkdown(part.label)}\n\n${part.text}`
    case 'list':
      return `**${escapeMarkdown(part.label)}**：${part.items.map(escapeMarkdown).join('、')}`
    case 'lines':
      return [`## ${escapeMarkdown(part.label)}\n`, ...part.items.map((item) => `- ${escapeMarkdown(item)}`)].join('\n')
    case 'table':
      break
  }
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escapeMarkdown(cell).replaceAll('\n', '<br>')).join(' | ')} |`
  const rule = `| ${part.headings.map(() => '---').join(' | ')} |`
  return [`## ${escapeMarkdown(part.label)}\n`, line(part.headings), rule, ...part.rows.map(line)].join('\n')
}

/** Plain text in Markdown: marks that would mean something are escaped (CommonMark 0.31, section 2.4). */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~]/gu, (mark) => `\\${mark}`)
    .replaceAll(/&(?=[#a-zA-Z])/gu, '\\&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/u, (_all, space: string, mark: string) =>
      /^\d/u.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
}
