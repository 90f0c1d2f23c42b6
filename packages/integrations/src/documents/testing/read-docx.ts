import JSZip from 'jszip'
import mammoth from 'mammoth'

/** A Word file's parts as XML, and as another program reads it. */
export interface ReadDocx {
  html: string
  text: string
  /** Warnings of the program that read the file. */
  messages: { type: string; message: string }[]
  document: string
  settings: string
  custom: string
  footers: string[]
}

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes)
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
  const buffer = Buffer.from(bytes)
  const [html, text] = await Promise.all([mammoth.convertToHtml({ buffer }), mammoth.extractRawText({ buffer })])
  return {
    html: html.value,
    messages: html.messages,
    text: text.value,
    document: await part('word/document.xml'),
    settings: await part('word/settings.xml'),
    custom: await part('docProps/custom.xml'),
    footers: (await Promise.all(['word/footer1.xml', 'word/footer2.xml'].map(part))).filter((xml) => xml !== ''),
  }
}

/** The XML of the paragraph that holds these words. */
export function paragraphWith(document: string, words: string): string {
  const paragraphs = document.match(/<w:p[ >][\s\S]*?<\/w:p>/gu) ?? []
  const plain = (xml: string) => Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text).join('')
  return paragraphs.find((xml) => plain(xml).includes(words)) ?? ''
}
