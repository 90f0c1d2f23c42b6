import type { DocumentFormat, DocumentWriter, SourceDocument } from './port.ts'
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

export const writeDocument: DocumentWriter = (format, document) => writers[format](document)
