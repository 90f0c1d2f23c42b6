import { canInstallPackages, installPackages } from './apt.mjs'
import { findExecutable, isExecutable } from './find-executable.mjs'
import { missingFonts } from './fonts.mjs'
import { Problem } from './problem.mjs'

const macOffice = '/Applications/LibreOffice.app/Contents/MacOS/soffice'

/**
 * LibreOffice, what reads the text of a PDF, and Chinese fonts, for the tests that open Word files.
 * @param {import('./session.mjs').Session} session
 * @returns {Promise<Record<string, string>>}
 */
export function ensureOffice(session) {
  return session.reporter.step('LibreOffice', async (note) => {
    const missing = [
      ...(findOffice(session.env) ? [] : ['libreoffice-writer-nogui']),
      ...(findPdfReader(session.env) ? [] : ['poppler-utils']),
      ...missingFonts(),
    ]
    if (missing.length > 0 && canInstallPackages(session.env)) {
      note(`installs ${missing.join(' ')}`)
      await installPackages(session, missing)
    }
    const office = findOffice(session.env)
    const pdfReader = findPdfReader(session.env)
    if (!office || !pdfReader) throw noOffice()
    note(office)
    return { MOZHOU_TEST_OFFICE: office, MOZHOU_TEST_PDF_TO_TEXT: pdfReader }
  })
}

/** @param {NodeJS.ProcessEnv} env */
const findOffice = (env) =>
  findExecutable(['soffice', 'libreoffice'], env) ?? (isExecutable(macOffice) ? macOffice : null)

/** @param {NodeJS.ProcessEnv} env */
const findPdfReader = (env) => findExecutable(['pdftotext'], env)

function noOffice() {
  return new Problem('the tests that open Word files need LibreOffice and pdftotext, and they were not found', {
    fixes: [
      'Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui poppler-utils fonts-noto-cjk',
      'macOS: brew install --cask libreoffice && brew install poppler',
    ],
  })
}
