import { Document, Packer } from 'docx'
import { articleSection } from './docx-article.ts'
import { createListInstances } from './docx-lists.ts'
import { officialSection } from './docx-official.ts'
import type { SourceDocument } from './port.ts'
import { aigcJson } from '../labels/aigc-label.ts'

export async function writeDocx(document: SourceDocument): Promise<Uint8Array> {
  const lists = createListInstances()
  const isOfficial = document.layout === 'official'
  const section = isOfficial ? officialSection(document, lists) : articleSection(document, lists)
  const file = new Document({
    title: document.title,
    creator: document.provenance?.producer ?? '',
    lastModifiedBy: document.provenance?.producer ?? '',
    description: document.aiLabel ?? '',
    customProperties: document.provenance === null ? [] : [{ name: 'AIGC', value: aigcJson(document.provenance) }],
    // Without it, programs that lack a face named in the file take one with Japanese forms of the characters.
    styles: { default: { document: { run: { language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    numbering: lists.numbering(),
    evenAndOddHeaderAndFooters: isOfficial,
    sections: [section],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
