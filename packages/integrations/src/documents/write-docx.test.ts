import { beforeAll, describe, expect, it } from 'vitest'
import { paragraphWith, readDocx } from './testing/read-docx.ts'
import { lostWords, officialDocument, sampleDocument, sampleWords } from './testing/sample-document.ts'
import { bodyText, readHtml } from './testing/read-html.ts'
import { writeDocument } from './registry.ts'

type ReadDocx = Awaited<ReturnType<typeof readDocx>>

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
      expect(custom).toContain('AIGC')
      expect(custom).toContain('ver_0190')
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
    const words = ['关于开展夜间健身活动的通知', '各科室、各街道办事处：', '现将有关事项通知如下', '一、总体要求']
    const rest = [
      '坚持安全第一',
      '（一）时间',
      '1. 报名',
      '2. 参加',
      '特此通知。',
      '附件：1. 活动方案',
      '2. 报名表',
      '抄送：市委办公室',
    ]
    expect(lostWords([...words, ...rest, '市体育局办公室', '2026年11月27日'], file.text)).toEqual([])
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

  it('has signature and date to the right', () => {
    for (const words of ['市体育局办公室', '2026年11月27日']) {
      const line = paragraphWith(file.document, words)
      expect(line).toContain('<w:jc w:val="right"/>')
      expect(line).toMatch(/<w:ind[^>]*w:right="(?:640|1280)"/u)
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
