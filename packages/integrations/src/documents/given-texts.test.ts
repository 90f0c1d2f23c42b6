import { missingWords } from '@mozhou/text/testing/draw-document'
import { controlCharacters, givenTexts, readText } from '@mozhou/text/testing/given-texts'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { writeDocument } from './registry.ts'
import { paragraphWith, readDocx } from './testing/read-docx.ts'
import { bodyText } from './testing/read-html.ts'
import { sampleDocument } from './testing/sample-document.ts'

const readers = {
  html: async (bytes: Uint8Array) => bodyText(new TextDecoder().decode(bytes)),
  txt: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  docx: async (bytes: Uint8Array) => (await readDocx(bytes)).text,
}
const body = (text: string, layout: 'article' | 'official' = 'article') => ({
  ...sampleDocument,
  title: '题',
  aiLabel: null,
  layout,
  parts: [{ kind: 'markdown' as const, field: 'body', label: null, text }],
})
const docx = async (text: string, layout?: 'official') => readDocx(await writeDocument('docx', body(text, layout)))

describe.each(['html', 'txt', 'docx'] as const)('a file in %s', (format) => {
  it.each(givenTexts)('says $name whole', async ({ markdown, words, marks }) => {
    const shown = await readers[format](await writeDocument(format, body(markdown)))
    expect(missingWords(shown, words)).toEqual([])
    expect(marks.filter((mark) => shown.includes(mark))).toEqual([])
  })

  it('holds no control character, and every word between them', async () => {
    const shown = await readers[format](await writeDocument(format, body(controlCharacters)))
    expect(shown.replaceAll('\ufeff', '')).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u)
    expect(
      missingWords(shown, ['竖向制表', '符号和退格符号，换页', '符号，以及', '转义', '非字符', '普通的结尾。']),
    ).toEqual([])
  })
})

it('a Word file of control characters is XML in every part', async () => {
  const zip = await JSZip.loadAsync(
    await writeDocument('docx', { ...body(controlCharacters), title: controlCharacters }),
  )
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')))
  expect(parts.filter((part) => /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(part))).toEqual([])
})

it('a Word list begins at its number, and columns are aligned', async () => {
  const { document, html } = await docx(readText('ticks-alignment-start'))
  expect(paragraphWith(document, '10')).toContain('<w:jc w:val="right"/>')
  expect(html).toContain('第三步')
  const zip = await JSZip.loadAsync(await writeDocument('docx', body(readText('ticks-alignment-start'))))
  expect(await zip.file('word/numbering.xml')?.async('string')).toContain('<w:start w:val="3"/>')
})

it.each(['article', 'official'] as const)('quotes and dashes of an %s take the Chinese face', async (layout) => {
  const { document } = await readDocx(await writeDocument('docx', body(readText('chinese-quotes'), layout)))
  expect(paragraphWith(document, '安全第一')).toContain('w:hint="eastAsia"')
})

it.each([
  ['##二、标题', '二、标题'],
  ['- [x] 已办\n- [ ] 待办', '☑ 已办\n\n☐ 待办'],
  ['~~~附件~~~\n一、x**2+y**2=z', '~~~附件~~~\n\n一、x**2+y**2=z'],
  ['一、**总体要求。**2026年办结。', '一、总体要求。2026年办结。'],
  ['#安全生产 #宣传', '#安全生产 #宣传'],
])('an official document reads %j as every other text does', async (source, shown) => {
  expect((await docx(source, 'official')).text).toContain(shown)
})

it('a price range and a count keep their tildes in an official document', async () => {
  const { text } = await docx('一、费用控制在200~300元，人数3~5人。', 'official')
  expect(text).toContain('费用控制在200~300元，人数3~5人。')
})
