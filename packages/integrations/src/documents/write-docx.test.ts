import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { paragraphWith, readDocx } from './testing/read-docx.ts'
import type { ReadDocx } from './testing/read-docx.ts'
import { lostWords, officialDocument, officialWords, sampleDocument, sampleWords } from './testing/sample-document.ts'
import { bodyText, readHtml } from './testing/read-html.ts'
import { writeDocument } from './registry.ts'

describe('an article as a Word file', () => {
  let file: ReadDocx
  beforeAll(async () => {
    file = await readDocx(await writeDocument('docx', sampleDocument))
  })

  it('opened by another library holds every word in order', () => {
    expect(file.messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(
      lostWords(
        sampleWords.filter((word) => word !== '1. 不是编号'),
        bodyText(file.html),
      ),
    ).toEqual([])
    expect(file.text).toContain('1. 不是编号')
  })

  it('has real headings, lists, tables, bold and quotes', () => {
    const elements = readHtml(file.html)
    const texts = (tag: string) => elements.filter((element) => element.tag === tag).map(({ text }) => text.trim())
    expect(texts('h2')).toEqual(['起跑之前', '要点', '分镜'])
    expect(texts('h3')).toEqual(['装备'])
    expect(texts('table')).toHaveLength(2)
    expect(texts('strong')).toEqual(expect.arrayContaining(['安静', '匀速']))
    expect(texts('em')).toContain('清醒')
    expect(texts('ol').some((text) => text.includes('慢跑三公里'))).toBe(true)
    expect(texts('ul').some((text) => text.includes('防水的'))).toBe(true)
    expect(paragraphWith(file.document, '跑得慢')).toContain('仿宋')
  })

  it('sets Chinese fonts for Chinese letters', () => {
    expect(paragraphWith(file.document, '夜跑让人')).toContain('w:eastAsia="宋体"')
    expect(paragraphWith(file.document, '起跑之前')).toContain('w:eastAsia="黑体"')
    expect(paragraphWith(file.document, '夜跑让人')).toContain('w:ascii="Times New Roman"')
  })

  it('says that its Chinese is Chinese, and keeps headings black and ticks visible', async () => {
    const zip = await JSZip.loadAsync(await writeDocument('docx', sampleDocument))
    expect(await zip.file('word/styles.xml')?.async('string')).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
    expect(paragraphWith(file.document, '起跑之前')).toContain('<w:color w:val="auto"/>')
    expect(paragraphWith(file.document, '已买水壶')).toMatch(/Segoe UI Symbol[^]*☑/u)
  })

  it('parts a list from what follows, and its lines from each other less', () => {
    expect(paragraphWith(file.document, '慢跑三公里')).not.toContain('w:after="120"')
    expect(paragraphWith(file.document, '拉伸')).toContain('w:after="120"')
    expect(paragraphWith(file.document, '防水的')).not.toContain('w:after="120"')
  })

  it('begins every ordered list anew, where its first number says', () => {
    const numberOf = (words: string) => /<w:numId w:val="(\d+)"/u.exec(paragraphWith(file.document, words))?.[1]
    expect(numberOf('热身五分钟')).toBe(numberOf('拉伸'))
    expect(numberOf('热身五分钟')).not.toBe(numberOf('从五数起'))
  })

  it('carries the label in the page and in its metadata, the second always', async () => {
    expect(file.text).toContain('本内容由人工智能（AI）生成')
    const bare = await readDocx(await writeDocument('docx', { ...sampleDocument, aiLabel: null }))
    expect(bare.text).not.toContain('人工智能（AI）')
    for (const { custom } of [file, bare]) {
      const elements = readHtml(custom)
      expect(elements.filter(({ attributes }) => attributes['name'] === 'AIGC')).toHaveLength(1)
      const value = elements.find(({ tag }) => tag === 'vt:lpwstr')?.text ?? ''
      expect(JSON.parse(value)).toMatchObject({ Label: '1', ContentProducer: '墨舟', ProduceID: 'ver_0190' })
    }
  })
})

/** The numbers of GB/T 9704-2012. */
describe('an official document', () => {
  let file: ReadDocx
  beforeAll(async () => {
    file = await readDocx(await writeDocument('docx', officialDocument))
  })
  const twips = (mm: number) => String(Math.round((mm / 25.4) * 1440))

  it('holds every word in the order of the standard', () => {
    expect(lostWords(officialWords, file.text)).toEqual([])
    expect(file.text).not.toContain('附件说明')
    expect(file.text).not.toContain('报名表。')
  })

  it('has the page of 5.2.1', () => {
    expect(file.document).toMatch(new RegExp(`<w:pgSz[^>]*w:w="${twips(210)}"[^>]*w:h="${twips(297)}"`, 'u'))
    for (const [side, mm] of [
      ['top', 37],
      ['left', 28],
      ['right', 26],
      ['bottom', 35],
    ] as const)
      expect(file.document).toMatch(new RegExp(`<w:pgMar[^>]*w:${side}="${twips(mm)}"`, 'u'))
  })

  it('has the title in 二号小标宋, centred', () => {
    const title = paragraphWith(file.document, '关于开展')
    expect(title).toContain('w:eastAsia="方正小标宋简体"')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(title).toContain('<w:jc w:val="center"/>')
  })

  it('has the text in 三号仿宋 on lines of 28 points, indented by two characters', () => {
    const text = paragraphWith(file.document, '坚持安全第一')
    expect(text).toContain('w:eastAsia="仿宋_GB2312"')
    expect(text).toContain('<w:sz w:val="32"/>')
    expect(text).toMatch(/w:line="560"[^>]*w:lineRule="exact"/u)
    expect(text).toContain('w:firstLine="640"')
  })

  it('has 黑体 for the first level, 楷体 for the second, and recipients flush left', () => {
    expect(paragraphWith(file.document, '一、总体要求')).toContain('w:eastAsia="黑体"')
    expect(paragraphWith(file.document, '（一）时间')).toContain('w:eastAsia="楷体_GB2312"')
    expect(paragraphWith(file.document, '各科室')).not.toContain('w:ind ')
  })

  it('has a paragraph for every line of the text, with ordinals that are words', () => {
    for (const words of [
      '现将有关事项',
      '一、总体要求',
      '（一）时间安排',
      '1. 报名',
      '2. 参加',
      '（1）带灯',
      '特此通知',
    ]) {
      const line = paragraphWith(file.document, words)
      expect(line).toContain('w:firstLine="640"')
      expect(line).not.toContain('<w:br/>')
      expect(line).not.toContain('w:numPr')
    }
    expect(paragraphWith(file.document, '1. 报名')).not.toContain('2. 参加')
    expect(paragraphWith(file.document, '二、附则')).toContain('w:eastAsia="黑体"')
    expect(file.html).toContain('<table>')
  })

  it('sets a heading that runs on in its face, and the sentences after it in 仿宋', () => {
    const line = paragraphWith(file.document, '（一）时间安排')
    expect(line).toMatch(/楷体_GB2312.*（一）时间安排。<\/w:t>.*仿宋_GB2312.*12 月每周五。/su)
  })

  it('has the urgency in 三号黑体 at the upper left (7.2.3)', () => {
    const first = /<w:p[ >][\s\S]*?<\/w:p>/u.exec(file.document)?.[0] ?? ''
    expect(first).toContain('特急')
    expect(first).toContain('w:eastAsia="黑体"')
    expect(first).toContain('<w:sz w:val="32"/>')
    expect(first).not.toMatch(/<w:ind |<w:jc /u)
  })

  it('has attachments below the text, names below each other (7.3.4)', () => {
    expect(paragraphWith(file.document, '附件：1. 活动方案')).toMatch(/<w:ind w:left="1920" w:hanging="1280"\/>/u)
    expect(paragraphWith(file.document, '2. 报名表')).toMatch(/<w:ind w:left="1920" w:hanging="320"\/>/u)
  })

  it.each([
    ['市体育局办公室', '2026年1月5日', 640, 320],
    ['某某市人民政府办公室', '2026年11月27日', 640, 960],
    ['市体育局', '2026年11月27日', 2240, 640],
  ])('has %s and %s where 7.3.5.2 puts them', async (signature, date, signatureRight, dateRight) => {
    const text: Record<string, string> = { signature, date }
    const parts = officialDocument.parts.map((part) =>
      part.kind === 'line' && text[part.field] !== undefined ? { ...part, text: text[part.field] ?? '' } : part,
    )
    const { document } = await readDocx(await writeDocument('docx', { ...officialDocument, parts }))
    for (const [words, right] of [
      [signature, signatureRight],
      [date, dateRight],
    ] as const) {
      const line = paragraphWith(document, words)
      expect(line).toContain('<w:jc w:val="right"/>')
      expect(line).toContain(`w:right="${right}"`)
    }
  })

  it('has page numbers between dashes at the outer edge', () => {
    expect(file.settings).toContain('w:evenAndOddHeaders')
    expect(file.footers).toHaveLength(2)
    for (const footer of file.footers) {
      expect(footer).toContain('PAGE')
      expect(footer).toContain('— ')
      expect(footer).toContain('<w:sz w:val="28"/>')
    }
  })
})

describe('characters', () => {
  const wordsOf = (body: string, title = '题') => ({
    ...sampleDocument,
    title,
    parts: [
      { kind: 'markdown' as const, field: 'body', label: null, text: body },
      { kind: 'table' as const, field: 'rows', label: '表', headings: ['甲\u0008乙'], rows: [['丙\u000b丁']] },
    ],
  })

  it('outside XML 1.0 are in no part of the file, titles and cells included', async () => {
    const bytes = await writeDocument(
      'docx',
      wordsOf('竖向\u000b符号\b，换页\f，\u001b[1m，\ufffe。', '题\u0001\ufffe目'),
    )
    const zip = await JSZip.loadAsync(bytes)
    const parts = await Promise.all(Object.values(zip.files).map(async (file) => file.async('string')))
    expect(parts.filter((part) => /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(part))).toEqual([])
    expect((await readDocx(bytes)).text).toContain('题目')
  })

  it('shared with Latin take the Chinese face in Chinese text, and the Latin one in English', async () => {
    const { document } = await readDocx(
      await writeDocument('docx', wordsOf('为贯彻“安全第一”方针——以下简称“办法”……\n\nHe said “yes” — twice.')),
    )
    expect(paragraphWith(document, '安全第一')).toContain('w:hint="eastAsia"')
    expect(paragraphWith(document, 'He said')).not.toContain('w:hint')
  })
})
