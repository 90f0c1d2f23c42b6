import { drawnDocument, missingWords } from '@mozhou/text/testing/draw-document'
import { assert, asyncProperty } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import { writeDocument } from './registry.ts'
import { readDocx } from './testing/read-docx.ts'
import { bodyText } from './testing/read-html.ts'
import { sampleDocument } from './testing/sample-document.ts'

const readers = {
  html: async (bytes: Uint8Array) => bodyText(new TextDecoder().decode(bytes)),
  txt: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  docx: async (bytes: Uint8Array) => (await readDocx(bytes)).text,
}

const documentOf = (layout: 'article' | 'official', text: string) => ({
  ...sampleDocument,
  layout,
  parts: [{ kind: 'markdown' as const, field: 'body', label: null, text }],
})

describe.each(['html', 'txt', 'docx'] as const)('%s', (format) => {
  it('of a drawn article has all its words, numbers and marks, in their order', async () => {
    await assert(
      asyncProperty(drawnDocument, async ({ markdown, words }) => {
        const shown = await readers[format](await writeDocument(format, documentOf('article', markdown)))
        expect(missingWords(shown, words)).toEqual([])
      }),
      propertyRounds(format === 'docx' ? 40 : 300),
    )
  })
})

it('md holds a drawn article to the letter', async () => {
  await assert(
    asyncProperty(drawnDocument, async ({ markdown }) => {
      const file = new TextDecoder().decode(await writeDocument('md', documentOf('article', markdown)))
      expect(file).toContain(markdown)
    }),
    propertyRounds(100),
  )
})
