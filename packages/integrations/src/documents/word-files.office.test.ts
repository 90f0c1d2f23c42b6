import { drawnDocument, missingWords } from '@mozhou/text/testing/draw-document'
import { givenTexts } from '@mozhou/text/testing/given-texts'
import { sample } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import type { SourceDocument } from './port.ts'
import { openInOffice } from './testing/open-in-office.ts'
import { officialDocument, officialWords, sampleDocument, sampleWords } from './testing/sample-document.ts'

const article = (text: string): SourceDocument => ({
  ...sampleDocument,
  parts: [{ kind: 'markdown', field: 'body', label: null, text }],
})

interface Opened {
  name: string
  document: SourceDocument
  words: readonly string[]
}

const whole: Opened[] = [
  { name: 'an article with every block', document: sampleDocument, words: sampleWords },
  { name: 'an official document', document: officialDocument, words: officialWords },
  ...givenTexts.map(({ name, markdown, words }) => ({ name, document: article(markdown), words })),
]
const drawn: Opened[] = sample(drawnDocument, propertyRounds(12).numRuns).map(({ markdown, words }, at) => ({
  name: `a drawn article, the ${at + 1}.`,
  document: article(markdown),
  words,
}))

/** Emoji are drawn as pictures, and what stands in a face of its own on a line may be read before or behind the rest of it. */
const lettersOf = (text: string) => text.replaceAll(/\p{Emoji_Presentation}|[☐☑]/gu, '')
const boxesIn = (text: string) => text.match(/[☐☑]/gu)?.join('') ?? ''

describe('opened in LibreOffice', () => {
  const opened = [...whole, ...drawn]
  let texts: string[]
  beforeAll(async () => {
    texts = await openInOffice(opened.map(({ document }) => document))
  })

  it.each(opened.map((one, at) => ({ ...one, at })))('$name says every word and number in order', ({ at, words }) => {
    expect(missingWords(lettersOf(texts[at] ?? ''), words.map(lettersOf))).toEqual([])
  })

  it('shows every tick', () => {
    const at = opened.findIndex(({ name }) => name === 'ticks-alignment-start')
    expect(boxesIn(texts[at] ?? '')).toBe('☑☐☑')
  })

  it('numbers its lists as they were written', () => {
    const at = opened.findIndex(({ name }) => name === 'nested-lists')
    expect(
      missingWords(texts[at] ?? '', ['1. 选地点', '2. 备装备', '1. 薄款', '2. 厚款', '3. 出发', '4. 回家']),
    ).toEqual([])
  })
})
