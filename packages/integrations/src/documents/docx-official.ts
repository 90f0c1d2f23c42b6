import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import type { Table } from 'docx'
import type { IParagraphOptions, ISectionOptions } from 'docx'
import { text } from '@mozhou/text/blocks'
import type { Inline } from '@mozhou/text/blocks'
import { blockOf } from './docx-article.ts'
import { fontOf, plainRun, runsOf } from './docx-runs.ts'
import type { RunStyle } from './docx-runs.ts'
import type { ListInstances } from './docx-lists.ts'
import { partBlocks } from './document-blocks.ts'
import type { BodyPiece } from './official-body.ts'
import { officialLines, widthOf } from './official-lines.ts'
import type { OfficialLine } from './official-lines.ts'
import type { SourceDocument } from './port.ts'

/*
 * GB/T 9704-2012 《党政机关公文格式》. Page and grid: 5.2.1–5.2.3 (A4, upper margin 37 mm, left 28 mm, text 156 mm × 225 mm, 三号仿宋,
 * 22 lines of 28 characters). Urgency 7.2.3 (三号黑体, flush left above all). Title 7.3.1 (二号小标宋, centred), recipients 7.3.2, text 7.3.3 (indent of two characters; first level
 * 黑体, second 楷体, third and fourth 仿宋), signature and date 7.3.5, page number 7.5 (四号半角宋体, dashes on both sides, outer edge).
 */
const faces = {
  body: { chinese: '仿宋_GB2312', latin: 'Times New Roman', size: 32 },
  title: { chinese: '方正小标宋简体', latin: 'Times New Roman', size: 44 },
  first: { chinese: '黑体', latin: 'Times New Roman', size: 32 },
  second: { chinese: '楷体_GB2312', latin: 'Times New Roman', size: 32 },
  pageNumber: { chinese: '宋体', latin: '宋体', size: 28 },
} satisfies Record<string, RunStyle>

/** Millimetres as twentieths of a point. */
const mm = (value: number) => Math.round((value / 25.4) * 1440)
/** Widths in characters of 三号 (16 pt). */
const characters = (count: number) => Math.round(count * 320)
const lines = { line: 28 * 20, lineRule: LineRuleType.EXACT } as const

export function officialSection(document: SourceDocument, lists: ListInstances): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28) },
      },
    },
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
    children: paragraphsOf(document, lists),
  }
}

function paragraphsOf(document: SourceDocument, lists: ListInstances): (Paragraph | Table)[] {
  const all = officialLines(document)
  const label = document.aiLabel
  return [
    ...all.flatMap((line, index) => [
      ...(opensGap(line, all[index - 1]) ? [paragraph([])] : []),
      ...lineParagraphs(line, lists),
    ]),
    ...(label === null
      ? []
      : [paragraph([]), paragraph([text(label)], {}, { ...faces.body, size: 21, color: '8C8C8C' })]),
  ]
}

/** A line is left free below the number and the title, above the attachments and the signature, and below the date. */
function opensGap({ role }: OfficialLine, before: OfficialLine | undefined): boolean {
  if (before === undefined || role === before.role) return false
  if (before.role === 'number' || before.role === 'title') return true
  if (role === 'date') return before.role !== 'signature'
  return role === 'attachment' || role === 'signature' || role === 'other'
}

function lineParagraphs(line: OfficialLine, lists: ListInstances): (Paragraph | Table)[] {
  switch (line.role) {
    case 'urgency':
      return [paragraph([text(line.text)], {}, faces.first)]
    case 'number':
      return [paragraph([text(line.text)], { alignment: AlignmentType.CENTER })]
    case 'title':
      return [paragraph([text(line.text)], titleOptions, faces.title)]
    case 'addressee':
      return [paragraph([text(line.text)])]
    case 'body':
      return bodyParagraphs(line.piece, lists)
    case 'attachment':
      return [paragraph([text(line.lead + line.mark + line.text)], { indent: attachmentIndent(line) })]
    case 'signature':
    case 'date':
      return [
        paragraph([text(line.text)], { alignment: AlignmentType.RIGHT, indent: { right: characters(line.right) } }),
      ]
    case 'other':
      break
  }
  const { part } = line
  if (part.kind === 'line') return [paragraph([text(`${part.label}：${part.text}`)], indented)]
  return partBlocks(part).flatMap((block) => blockOf(block, { style: faces.body, indent: 0, lists }))
}

const titleOptions = {
  alignment: AlignmentType.CENTER,
  spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT },
  outlineLevel: 0,
} as const

/** 7.3.4: a name that runs on stands below its own first character; 附件 itself is indented by two. */
function attachmentIndent({ lead, mark }: Extract<OfficialLine, { role: 'attachment' }>) {
  const left = 2 + widthOf('附件：') + widthOf(mark)
  return { left: characters(left), hanging: characters(widthOf(lead + mark)) }
}

const indented = { indent: { firstLine: characters(2), firstLineChars: 200 } } as const

function bodyParagraphs(piece: BodyPiece, lists: ListInstances): (Paragraph | Table)[] {
  if (piece.kind === 'blocks')
    return piece.blocks.flatMap((block) => blockOf(block, { style: faces.body, indent: 0, lists }))
  const { level, heading, rest } = piece
  const face = level === 1 ? faces.first : level === 2 ? faces.second : faces.body
  const isHeading = level !== null && heading.length > 0 && rest.length === 0
  return [
    new Paragraph({
      spacing: lines,
      ...indented,
      ...(isHeading && { outlineLevel: level }),
      children: [...runsOf(heading, face), ...runsOf(rest, faces.body)],
    }),
  ]
}

function paragraph(
  inlines: readonly Inline[],
  options: IParagraphOptions = {},
  face: RunStyle = faces.body,
): Paragraph {
  return new Paragraph({ spacing: lines, ...options, children: runsOf(inlines, face) })
}

function footer(alignment: 'left' | 'right'): Footer {
  const font = fontOf(faces.pageNumber)
  const { size } = faces.pageNumber
  // One character from the outer edge (7.5).
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 }
  const number = new TextRun({ children: [PageNumber.CURRENT], size, font })
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [plainRun('— ', faces.pageNumber), number, plainRun(' —', faces.pageNumber)],
      }),
    ],
  })
}
