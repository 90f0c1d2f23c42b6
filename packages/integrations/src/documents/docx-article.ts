import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { ISectionOptions } from 'docx'
import type { Alignment, Block, Inline, Table as TableBlock } from '@mozhou/text/blocks'
import { columnCount, filledRow, lined } from '@mozhou/text/blocks'
import { partBlocks } from './document-blocks.ts'
import { pageNumberFooter } from './docx-footer.ts'
import { plainRun, runsOf } from './docx-runs.ts'
import type { RunStyle } from './docx-runs.ts'
import { orderedReference, bulletReference } from './docx-lists.ts'
import type { ListInstances } from './docx-lists.ts'
import type { SourceDocument } from './port.ts'

/** 小四 (12 pt) 宋体 for running text, 黑体 for headings: what offices in China print. */
const body: RunStyle = { chinese: '宋体', latin: 'Times New Roman', size: 24 }
const quoteStyle: RunStyle = { ...body, chinese: '仿宋', color: '595959' }
const headingSizes = [36, 32, 28, 26, 24, 24] as const
const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const
/** 240ths of a line: one and a half. */
const lineHeight = 360
/** Twentieths of a point below a block. */
const after = 120
/** Twentieths of a point. */
const deeper = 420

export function articleSection({ title, parts, aiLabel }: SourceDocument, lists: ListInstances): ISectionOptions {
  const label =
    aiLabel === null
      ? []
      : [new Paragraph({ spacing: { after }, children: [plainRun(aiLabel, { ...body, size: 18, color: '8C8C8C' })] })]
  return {
    properties: {
      page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1440, bottom: 1440, left: 1701, right: 1701 } },
    },
    footers: { default: pageNumberFooter({ ...body, size: 18 }) },
    children: [
      new Paragraph({
        heading: HeadingLevel.TITLE,
        spacing: { after: 240 },
        children: [plainRun(title, { ...body, chinese: '黑体', size: 44, bold: true })],
      }),
      ...label,
      ...parts.flatMap(partBlocks).flatMap((block) => blockOf(block, { style: body, indent: 0, lists })),
    ],
  }
}

export interface Place {
  style: RunStyle
  /** Twentieths of a point from the left. */
  indent: number
  lists: ListInstances
}

export function blockOf(block: Block, place: Place): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, place)]
    case 'paragraph':
      return [paragraphOf(block.inlines, place)]
    case 'quote':
      return block.blocks.flatMap((inner) =>
        blockOf(inner, { ...place, style: quoteStyle, indent: place.indent + deeper }),
      )
    case 'code':
      return codeOf(block.text.split('\n'), place)
    case 'formula':
      return [paragraphOf(lined(block.source), place)]
    case 'rule':
      return [
        new Paragraph({
          spacing: { after },
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'BFBFBF', space: 1 } },
        }),
      ]
    case 'table':
      return [tableOf(block, place), new Paragraph({})]
    case 'list':
      break
  }
  return listOf(block, place, 0, true)
}

function headingOf({ level, inlines }: Extract<Block, { kind: 'heading' }>, { style }: Place): Paragraph {
  const index = Math.min(Math.max(level, 1), 6) - 1
  return new Paragraph({
    heading: headingLevels[index] ?? HeadingLevel.HEADING_6,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    // Word's own headings are blue.
    children: runsOf(inlines, {
      ...style,
      chinese: '黑体',
      size: headingSizes[index] ?? 24,
      bold: true,
      color: 'auto',
    }),
  })
}

function paragraphOf(inlines: readonly Inline[], { style, indent }: Place): Paragraph {
  return new Paragraph({
    spacing: { line: lineHeight, after },
    ...(indent > 0 && { indent: { left: indent } }),
    children: runsOf(inlines, style),
  })
}

/** A paragraph for every line, on one ground. */
function codeOf(lines: readonly string[], { style, indent }: Place): Paragraph[] {
  return lines.map(
    (line, at) =>
      new Paragraph({
        spacing: { line: 300, after: at === lines.length - 1 ? after : 0 },
        shading: { fill: 'F6F6F6' },
        ...(indent > 0 && { indent: { left: indent } }),
        children: runsOf([{ kind: 'code', text: line }], style),
      }),
  )
}

/** `isLast`: nothing of a list around this one follows, so that its last line ends a block. */
function listOf(
  list: Extract<Block, { kind: 'list' }>,
  place: Place,
  level: number,
  isLast: boolean,
): (Paragraph | Table)[] {
  const instance = place.lists.next(list)
  const reference = list.isOrdered ? orderedReference(list.start) : bulletReference
  return list.items.flatMap((item, at) =>
    item.flatMap((block, index) => {
      const ends = isLast && at === list.items.length - 1 && index === item.length - 1
      if (block.kind === 'list') return listOf(block, place, Math.min(level + 1, 8), ends)
      if (block.kind !== 'paragraph' || index > 0)
        return blockOf(block, { ...place, indent: place.indent + deeper * (level + 1) })
      return [
        new Paragraph({
          numbering: { reference, level, instance },
          spacing: { line: lineHeight, ...(ends && { after }) },
          children: runsOf(block.inlines, place.style),
        }),
      ]
    }),
  )
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

function tableOf(table: TableBlock, { style }: Place): Table {
  const columns = columnCount(table)
  const cell = (inlines: readonly Inline[], alignment: Alignment | null, isHeader: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHeader && { shading: { fill: 'F2F2F2' } }),
      children: [
        new Paragraph({
          ...(alignment !== null && { alignment: alignments[alignment] }),
          children: runsOf(inlines, { ...style, size: 21, bold: isHeader }),
        }),
      ],
    })
  const row = (cells: readonly Inline[][], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: filledRow(cells, columns).map((inlines, at) => cell(inlines, table.alignments[at] ?? null, isHeader)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(table.header, true), ...table.rows.map((cells) => row(cells, false))],
  })
}
