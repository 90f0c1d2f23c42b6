import type { DocumentPart, SourceDocument } from './port.ts'

/** The work as one Markdown file; Markdown parts stand in it to the letter. */
export function writeMarkdown({ title, parts, aiLabel }: SourceDocument): string {
  const blocks = [
    `# ${escape(title)}`,
    ...(aiLabel === null ? [] : [`> ${escape(aiLabel)}`]),
    ...parts.map(partMarkdown),
  ]
  return `${blocks.join('\n\n')}\n`
}

function partMarkdown(part: DocumentPart): string {
  switch (part.kind) {
    case 'line':
      return `> **${escape(part.label)}**：${escape(part.text)}`
    case 'markdown':
      return part.label === null ? part.text : `## ${escape(part.label)}\n\n${part.text}`
    case 'list':
      return `**${escape(part.label)}**：${part.items.map(escape).join('、')}`
    case 'lines':
      return [`## ${escape(part.label)}\n`, ...part.items.map((item) => `- ${escape(item)}`)].join('\n')
    case 'table':
      break
  }
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escape(cell).replaceAll('\n', '<br>')).join(' | ')} |`
  const rule = `| ${part.headings.map(() => '---').join(' | ')} |`
  return [`## ${escape(part.label)}\n`, line(part.headings), rule, ...part.rows.map(line)].join('\n')
}

/** Plain text in Markdown: marks that would mean something are escaped (CommonMark 0.31, section 2.4). */
function escape(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~]/gu, (mark) => `\\${mark}`)
    .replaceAll(/&(?=[#a-zA-Z])/gu, '\\&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/u, (_all, space: string, mark: string) =>
      /^\d/u.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
}
