import { propertyRounds } from '@mozhou/contracts/testing/env'
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import type { DocumentFormat } from './port.ts'
import { writeDocument } from './registry.ts'
import { sampleDocument } from './testing/sample-document.ts'

/** What a parser may trip over: delimiters without partners, brackets, quotes, tables, what no file may hold, marks that turn the line around. */
const pieces = [
  ['**a_', '*a_', '_', '***', '~~', '`', '```', '[', '![', '](', '[^a', '>', '> ', '|', '|-', '| a | b |\n|---|---|\n'],
  [
    '“',
    '"',
    '‘a”',
    '$',
    '$$',
    '\\(',
    '\\[',
    '\\',
    '<',
    '<a',
    '<!--',
    '&',
    '&#x',
    '&amp;',
    '1. ',
    '- ',
    '  - a\n',
    '# ',
  ],
  ['---\n', '===\n', 'http://a.', 'www.', 'a@b.', '[a]: ', '\n', '\n\n', '\t', '    ', '重', '**重**，', '200~', '30*'],
  ['\u0000', '\u000b', '\ufffe', '\uffff', '\ud800', '\u202e', '\u2066', '\u200f', '\u2028', '👩‍👩‍👧', ']]>', '</w:t>'],
].flat()
const hostileText = array(record({ piece: constantFrom(...pieces), times: integer({ min: 1, max: 100 }) }), {
  minLength: 1,
  maxLength: 10,
}).map((runs) => runs.map(({ piece, times }) => piece.repeat(times)).join(''))

const documentOf = (text: string) => ({
  ...sampleDocument,
  title: text.slice(0, 200),
  parts: [
    { kind: 'markdown' as const, field: 'body', label: null, text },
    { kind: 'lines' as const, field: 'lines', label: '行', items: [text.slice(0, 500)] },
    { kind: 'table' as const, field: 'table', label: '表', headings: ['甲'], rows: [[text.slice(0, 500)]] },
  ],
})

async function bodyOf(docx: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(docx)
  return (await zip.file('word/document.xml')?.async('string')) ?? ''
}

/** Outside of XML 1.0 (https://www.w3.org/TR/xml/#charsets). */
const unstorable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u

it.each(['md', 'html', 'txt', 'docx'] as const satisfies readonly DocumentFormat[])(
  'a hostile document as %s is a file that holds nothing that no file may hold',
  async (format) => {
    await assert(
      asyncProperty(hostileText, async (text) => {
        const bytes = await writeDocument(format, documentOf(text))
        const written = format === 'docx' ? await bodyOf(bytes) : new TextDecoder().decode(bytes)
        expect(written.length).toBeGreaterThan(0)
        expect(written).not.toMatch(unstorable)
      }),
      propertyRounds(format === 'docx' ? 10 : 60),
    )
  },
)
