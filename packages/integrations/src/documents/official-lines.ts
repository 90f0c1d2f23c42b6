import { readOfficialBody } from './official-body.ts'
import type { BodyPiece } from './official-body.ts'
import type { DocumentPart, SourceDocument } from './port.ts'

export type OfficialLine =
  | { role: 'urgency' | 'number' | 'title' | 'addressee'; text: string }
  | { role: 'body'; piece: BodyPiece }
  /** `lead` is 附件： before the first of them, `mark` its number where there are several. */
  | { role: 'attachment'; lead: string; mark: string; text: string }
  /** `right` is how many characters of 三号 it stands from the right edge. */
  | { role: 'signature' | 'date'; text: string; right: number }
  | { role: 'other'; part: DocumentPart }

/** Fields with a place of their own; 文种 is the last word of the title. Every other part follows, so that nothing is lost. */
const placed = ['docType', 'urgency', 'docNumber', 'number', 'addressee', 'attachments', 'signature', 'date']

/** An official document line by line in the order of GB/T 9704-2012, section 7. */
export function officialLines(document: SourceDocument): OfficialLine[] {
  const { parts, title } = document
  const lines = (role: 'urgency' | 'number' | 'addressee', ...fields: string[]) =>
    fields.flatMap((field) => {
      const value = lineText(parts, field)
      return value === '' ? [] : [{ role, text: role === 'addressee' ? value.replace(/[:：]?$/u, '：') : value }]
    })
  return [
    ...lines('urgency', 'urgency'),
    ...lines('number', 'docNumber', 'number'),
    // A line for every line end the writer set: titles break by meaning (7.3.1).
    ...title.split('\n').map((text) => ({ role: 'title' as const, text })),
    ...lines('addressee', 'addressee'),
    ...parts
      .flatMap((part) => (part.kind === 'markdown' ? readOfficialBody(part.text) : []))
      .map((piece) => ({ role: 'body' as const, piece })),
    ...attachments(parts),
    ...foot(lineText(parts, 'signature'), lineText(parts, 'date')),
    ...parts
      .filter((part) => part.kind !== 'markdown' && !placed.includes(part.field))
      .map((part) => ({ role: 'other' as const, part })),
  ]
}

function lineText(parts: readonly DocumentPart[], field: string): string {
  const part = parts.find((candidate) => candidate.field === field)
  return part?.kind === 'line' ? part.text.trim() : ''
}

/** 7.3.4: named below the text, numbered when there are several, no punctuation behind the names. */
function attachments(parts: readonly DocumentPart[]): OfficialLine[] {
  const part = parts.find(({ field }) => field === 'attachments')
  const items = part && 'items' in part ? part.items : []
  return items.map((item, index) => ({
    role: 'attachment',
    lead: index === 0 ? '附件：' : '',
    mark: items.length === 1 ? '' : `${index + 1}. `,
    text: item.trim().replace(/[。；;，,、]+$/u, ''),
  }))
}

/**
 * 7.3.5.2, documents without a seal: the signature stands two characters from the right edge, the date on the next line begins two
 * characters after the signature does; a date longer than the signature takes the two characters, and the signature moves in.
 */
function foot(signature: string, date: string): OfficialLine[] {
  const difference = widthOf(signature) - widthOf(date)
  const isDateLonger = signature === '' || difference < 0
  const lines: Extract<OfficialLine, { role: 'signature' | 'date' }>[] = [
    { role: 'signature', text: signature, right: isDateLonger && date !== '' ? 4 - difference : 2 },
    { role: 'date', text: date, right: isDateLonger ? 2 : difference },
  ]
  return lines.filter(({ text }) => text !== '')
}

/** In characters of the line: Latin letters and digits take half of one, narrow marks a quarter. */
export function widthOf(value: string): number {
  return Array.from(value).reduce(
    (sum, letter) => sum + (/[ .,:;]/u.test(letter) ? 0.25 : letter < '\u0080' ? 0.5 : 1),
    0,
  )
}
