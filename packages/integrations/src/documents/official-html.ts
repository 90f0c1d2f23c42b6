import { blockHtml, escapeHtml, htmlStyles, inlineHtml } from '@mozhou/text/block-html'
import type { BodyPiece } from './official-body.ts'
import { partBlocks } from './document-blocks.ts'
import { officialLines, widthOf } from './official-lines.ts'
import type { OfficialLine } from './official-lines.ts'
import type { SourceDocument } from './port.ts'

const sans = 'font-family:SimHei,Heiti SC,sans-serif'
const kai = 'font-family:KaiTi,Kaiti SC,serif'

/** An official document as paragraphs, each set as its line is on paper. */
export function officialHtml(document: SourceDocument): string[] {
  return officialLines(document).map(lineHtml)
}

const paragraph = (style: string, html: string) => `<p style="${htmlStyles.p};${style}">${html}</p>`

function lineHtml(line: OfficialLine): string {
  switch (line.role) {
    case 'urgency':
      return paragraph(sans, escapeHtml(line.text))
    case 'number':
      return paragraph('text-align:center', escapeHtml(line.text))
    case 'title':
      return `<h1 style="${htmlStyles.title};text-align:center">${escapeHtml(line.text)}</h1>`
    case 'addressee':
      return paragraph('text-indent:0', escapeHtml(line.text))
    case 'body':
      return bodyHtml(line.piece)
    case 'attachment': {
      const hanging = widthOf(line.lead + line.mark)
      const left = 5 + widthOf(line.mark)
      return paragraph(
        `padding-left:${left}em;text-indent:-${hanging}em`,
        escapeHtml(line.lead + line.mark + line.text),
      )
    }
    case 'signature':
    case 'date':
      return paragraph(`text-align:right;padding-right:${line.right}em`, escapeHtml(line.text))
    case 'other':
      break
  }
  const { part } = line
  return part.kind === 'line'
    ? paragraph('text-indent:0', escapeHtml(`${part.label}：${part.text}`))
    : partBlocks(part).map(blockHtml).join('\n')
}

function bodyHtml(piece: BodyPiece): string {
  if (piece.kind === 'blocks') return piece.blocks.map(blockHtml).join('\n')
  const face = piece.level === 1 ? sans : piece.level === 2 ? kai : null
  const heading = inlineHtml(piece.heading)
  const shown = face === null || heading === '' ? heading : `<span style="${face}">${heading}</span>`
  return paragraph('text-indent:2em', shown + inlineHtml(piece.rest))
}
