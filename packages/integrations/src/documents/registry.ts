import { xmlCharacters } from '@mozhou/text/xml-characters'
import type { DocumentFormat, DocumentPart, DocumentWriter, SourceDocument } from './port.ts'
import { writeDocx } from './write-docx.ts'
import { writeHtml } from './write-html.ts'
import { writeMarkdown } from './write-markdown.ts'
import { writeText } from './write-text.ts'

const utf8 = new TextEncoder()

const writers = {
  md: async (document) => utf8.encode(writeMarkdown(document)),
  html: async (document) => utf8.encode(writeHtml(document)),
  // Windows' Notepad takes a file without this mark for the local code page.
  txt: async (document) => utf8.encode(`\uFEFF${writeText(document)}`),
  docx: writeDocx,
} satisfies Record<DocumentFormat, (document: SourceDocument) => Promise<Uint8Array>>

export const writeDocument: DocumentWriter = (format, document) =>
  writers[format]({ ...document, title: xmlCharacters(document.title), parts: document.parts.map(storable) })

/** Cleaned here for all formats, so that they say the same. */
function storable(part: DocumentPart): DocumentPart {
  switch (part.kind) {
    case 'line':
    case 'markdown':
      return { ...part, text: xmlCharacters(part.text) }
    case 'list':
    case 'lines':
      return { ...part, items: part.items.map(xmlCharacters) }
    case 'table':
      break
  }
  return {
    ...part,
    headings: part.headings.map(xmlCharacters),
    rows: part.rows.map((row) => row.map(xmlCharacters)),
  }
}
