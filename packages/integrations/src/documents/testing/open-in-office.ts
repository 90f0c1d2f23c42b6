import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { SourceDocument } from '../port.ts'
import { writeDocument } from '../registry.ts'
import { readProgram } from './env.ts'

const run = promisify(execFile)

/** Points from the top of an A4 page between which the text stands, without the numbers of pages. */
const text = { article: { from: 60, to: 775 }, official: { from: 60, to: 745 } } as const

/** What a person reads of these Word files in LibreOffice: each is made a PDF, and that one's text is taken as it was drawn. */
export async function openInOffice(documents: readonly SourceDocument[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mozhou-office-'))
  try {
    const files = documents.map((_, at) => join(folder, `${at}.docx`))
    await Promise.all(
      documents.map(async (document, at) => writeFile(files[at] ?? '', await writeDocument('docx', document))),
    )
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run(readProgram('MOZHOU_TEST_OFFICE'), [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ])
    return await Promise.all(documents.map((document, at) => textOf(join(folder, `${at}.pdf`), document.layout)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function textOf(pdf: string, layout: SourceDocument['layout']): Promise<string> {
  const { from, to } = text[layout]
  const area = ['-r', '72', '-x', '0', '-y', String(from), '-W', '600', '-H', String(to - from)]
  const { stdout } = await run(readProgram('MOZHOU_TEST_PDF_TO_TEXT'), ['-raw', '-nopgbrk', ...area, pdf, '-'])
  return stdout
}
