import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import type { Table } from 'docx'
import type { IParagraphOptions, ISectionOptions } from 'docx'
import { plainInlines, text } from './blocks.ts'
import type { Block, Inline } from './blocks.ts'
import { blockOf } from './docx-article.ts'
import { fontOf, plainRun, runsOf } from './docx-runs.ts'
import type { RunStyle } from './docx-runs.ts'
import type { ListInstances } from './docx-lists.ts'
import { partBlocks } from './document-blocks.ts'
import type { DocumentPart, SourceDocument } from './port.ts'

/*
 * GB/T 9704-2012 《党政机关公文格式》. Page and grid: 5.2.1–5.2.3 (A4, upper margin 37 mm, left 28 mm, text 156 mm × 225 mm, 三号仿宋,
 * 22 lines of 28 characters). Title 7.3.1 (二号小标宋, centred), recipients 7.3.2, text 7.3.3 (indent of two characters; first level
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
const characters = (count: number) => count * 320
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
    children: [...head(document), ...body(document, lists), ...foot(document)],
  }
}

const lineOf = (document: SourceDocument, ...fields: string[]) =>
  document.parts.find((part) => part.kind === 'line' && fields.includes(part.field) && part.text.trim() !== '') as
    | Extract<DocumentPart, { kind: 'line' }>
    | undefined

/** Fields with a place of their own on the page; every other part follows the text, so that nothing is lost. */
const placed = new Set(['docType', 'addressee', 'body', 'signature', 'date', 'docNumber', 'number'])

function head(document: SourceDocument): Paragraph[] {
  const number = lineOf(document, 'docNumber', 'number')
  const addressee = lineOf(document, 'addressee')
  return [
    ...(number
      ? [paragraph([text(number.text)], { alignment: AlignmentType.CENTER, spacing: { ...lines, after: lines.line } })]
      : []),
    // A line for every line end the writer set: titles break by meaning (7.3.1).
    ...document.title.split('\n').map((line) =>
      paragraph(
        [text(line)],
        {
          alignment: AlignmentType.CENTER,
          spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT },
          outlineLevel: 0,
        },
        faces.title,
      ),
    ),
    paragraph([]),
    ...(addressee ? [paragraph([text(/[:：]$/u.test(addressee.text) ? addressee.text : `${addressee.text}：`)])] : []),
  ]
}

function body(document: SourceDocument, lists: ListInstances): (Paragraph | Table)[] {
  const main = document.parts.filter((part) => part.kind === 'markdown')
  const rest = document.parts.filter((part) => part.kind !== 'markdown' && !placed.has(part.field))
  return [
    ...main.flatMap(partBlocks).flatMap((block) => officialBlock(block, lists)),
    ...rest.flatMap((part) => besideText(part, lists)),
  ]
}

function besideText(part: DocumentPart, lists: ListInstances): (Paragraph | Table)[] {
  if (part.kind === 'line') return [paragraph([text(`${part.label}：${part.text}`)], indented)]
  if (part.kind === 'list' || part.kind === 'lines') return enumeration(part)
  return partBlocks(part).flatMap((block) => officialBlock(block, lists))
}

/** 7.3.4: attachments are named below the text, numbered when there are several. */
function enumeration(part: { label: string; items: readonly string[] }): Paragraph[] {
  const isOne = part.items.length === 1
  return part.items.map((item, index) =>
    paragraph(
      [
        text(
          `${index === 0 ? `${part.label}：` : '　'.repeat(part.label.length + 1)}${isOne ? '' : `${index + 1}. `}${item}`,
        ),
      ],
      indented,
    ),
  )
}

/** The signature stands to the right of the middle, the date four characters from the right edge (7.3.5.2). */
function foot(document: SourceDocument): Paragraph[] {
  const signature = lineOf(document, 'signature')
  const date = lineOf(document, 'date')
  const right = { alignment: AlignmentType.RIGHT } as const
  const label = document.aiLabel
  return [
    ...(signature || date ? [paragraph([]), paragraph([])] : []),
    ...(signature ? [paragraph([text(signature.text)], { ...right, indent: { right: characters(2) } })] : []),
    ...(date ? [paragraph([text(date.text)], { ...right, indent: { right: characters(4) } })] : []),
    ...(label === null
      ? []
      : [paragraph([]), paragraph([text(label)], {}, { ...faces.body, size: 21, color: '8C8C8C' })]),
  ]
}

const indented = { indent: { firstLine: characters(2), firstLineChars: 200 } } as const

function officialBlock(block: Block, lists: ListInstances): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(
          block.inlines,
          { ...indented, outlineLevel: Math.min(block.level, 9) - 1 },
          faceOf(block.inlines, block.level),
        ),
      ]
    case 'paragraph':
      return [paragraph(block.inlines, indented, isShort(block.inlines) ? faceOf(block.inlines, 4) : faces.body)]
    case 'quote':
      return block.blocks.flatMap((inner) => officialBlock(inner, lists))
    case 'list':
      return listParagraphs(block, lists)
    case 'table':
    case 'code':
    case 'rule':
      break
  }
  return blockOf(block, { style: faces.body, indent: 0, lists })
}

/** Ordinals are text in an official document (7.3.3), not Word's own numbering. */
function listParagraphs(list: Extract<Block, { kind: 'list' }>, lists: ListInstances): (Paragraph | Table)[] {
  return list.items.flatMap((item, index) =>
    item.flatMap((block, place) => {
      const mark = list.isOrdered && place === 0 ? `${list.start + index}. ` : ''
      return block.kind === 'paragraph'
        ? [paragraph([text(mark), ...block.inlines], indented)]
        : officialBlock(block, lists)
    }),
  )
}

const isShort = (inlines: readonly Inline[]) => {
  const words = plainInlines(inlines)
  return words.length <= 40 && !/[。；，]/u.test(words)
}

/** By its ordinal, 一、 or （一）; by its level where it has none. */
function faceOf(inlines: readonly Inline[], level: number): RunStyle {
  const words = plainInlines(inlines)
  if (/^[一二三四五六七八九十]+、/u.test(words)) return faces.first
  if (/^[（(][一二三四五六七八九十]+[）)]/u.test(words)) return faces.second
  if (/^[（(]?\d+[.．）)、]/u.test(words)) return faces.body
  return level <= 2 ? faces.first : level === 3 ? faces.second : faces.body
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
