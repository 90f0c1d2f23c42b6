import { assert, constantFrom, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../tools/plain-text.ts'
import { parseSections } from './sections.ts'
import { wechatArticle } from '../tools/wechat-article/tool.ts'

const { sections } = wechatArticle
const parse = (text: string) => parseSections(text, sections)

const whole = [
  '【标题】城市夜跑的第一个月',
  '【摘要】三十天，从两公里到八公里。',
  '【正文】',
  '## 为什么是晚上',
  '',
  '白天太满，夜里才是自己的。',
  '',
  '- 装备从简',
  '- 路线固定',
  '',
  '【关键词】夜跑、城市生活、习惯养成',
].join('\n')

const parsed = {
  title: '城市夜跑的第一个月',
  summary: '三十天，从两公里到八公里。',
  body: '## 为什么是晚上\n\n白天太满，夜里才是自己的。\n\n- 装备从简\n- 路线固定',
  keywords: ['夜跑', '城市生活', '习惯养成'],
}

describe('parseSections', () => {
  it('reads what was asked for', () => {
    expect(parse(whole)).toEqual(parsed)
  })

  it.each([
    ['a colon after each marker', whole.replaceAll('】', '】：')],
    ['markers as headings', whole.replaceAll('【', '## 【')],
    ['bold markers', whole.replaceAll(/【(..+)】/gu, '**$1**：')],
    ['the colon inside the bold', whole.replaceAll(/【(..+)】/gu, '**$1：**')],
    ['bold brackets', whole.replaceAll(/【(..+)】/gu, '**【$1】**')],
    ['square brackets', whole.replaceAll('【', '[').replaceAll('】', ']')],
    ['names with a colon', whole.replaceAll(/【(..+)】/gu, '$1：')],
    ['names as headings', whole.replaceAll(/【(..+)】/gu, '## $1\n')],
    ['each marker on a line of its own', whole.replaceAll('】', '】\n')],
    ['a fence around everything', `\`\`\`markdown\n${whole}\n\`\`\``],
    ['a fence that is not closed yet', `\`\`\`markdown\n${whole}`],
    ['chatter before', `好的，以下是为您撰写的文章：\n\n${whole}`],
    ['quotes around the title', whole.replace('城市夜跑的第一个月', '《城市夜跑的第一个月》')],
    ['blanks in front of markers', whole.replaceAll('\n【', '\n  【')],
  ])('reads %s', (_form, text) => {
    expect(parse(text)).toEqual(parsed)
  })

  it('reads sections in any order', () => {
    const [title = '', summary = '', ...rest] = whole.split(/\n(?=【)/u)
    expect(parse([...rest, summary, title].join('\n'))).toEqual(parsed)
  })

  it('joins the lines of a one-line section', () => {
    expect(parse('【标题】\n第一行\n第二行\n【正文】文').title).toBe('第一行 第二行')
  })

  it('takes text without markers as the body, its heading as the title', () => {
    expect(parse('# 标题在此\n\n正文在此。')).toEqual({
      title: '标题在此',
      summary: '',
      body: '正文在此。',
      keywords: [],
    })
    expect(parse('只有一段话。')).toEqual({ title: '', summary: '', body: '只有一段话。', keywords: [] })
  })

  it('keeps the body when only the sections around it are marked', () => {
    expect(parse('# 题\n\n第一段。\n\n第二段。\n\n【关键词】甲、乙')).toEqual({
      title: '题',
      summary: '',
      body: '第一段。\n\n第二段。',
      keywords: ['甲', '乙'],
    })
    expect(parse('【标题】题\n\n第一段。\n\n第二段。')).toMatchObject({ title: '题', body: '第一段。\n\n第二段。' })
  })

  it('lets a line that looks like a marker stand inside the body', () => {
    const body = '第一段。\n关键词：是本文的线索。\n摘要：也是。'
    expect(parse(`【标题】题\n【摘要】要\n【正文】\n${body}\n【关键词】甲、乙`)).toEqual({
      title: '题',
      summary: '要',
      body,
      keywords: ['甲', '乙'],
    })
  })

  it('keeps both of what JSON says twice', () => {
    expect(
      parse('{"标题":"题","title":"又题","body":"文"}\n{"keywords":["甲"],"body":"又文"}\n{"关键词":"乙"}'),
    ).toEqual({
      title: '题',
      summary: '',
      body: '文\n\n又文\n\n**标题**：又题',
      keywords: ['甲', '乙'],
    })
  })

  it('leaves an object inside an article alone, and a fence', () => {
    const body = '看这个：\n\n```json\n{"title":"示例"}\n```\n\n完。'
    expect(parse(body).body).toBe(body)
    expect(parse(`【标题】题\n【正文】${body}\n【关键词】甲`)).toMatchObject({ title: '题', body, keywords: ['甲'] })
  })

  it('keeps what stands behind a fence around everything', () => {
    expect(parse('```markdown\n【标题】题\n【正文】文\n【关键词】甲\n```\n说明：又一段')).toEqual({
      title: '题',
      summary: '',
      body: '文\n\n说明：又一段',
      keywords: ['甲'],
    })
  })

  it.each(['# 第一章 夜航\n\n文。', '第一章：夜航\n文。', '**第一章 夜航**\n\n文。'])(
    'shows a title that the text begins with once: %s',
    (body) => {
      expect(parse(`【标题】第一章 夜航\n【正文】\n${body}`)).toMatchObject({ title: '第一章 夜航', body: '文。' })
    },
  )

  it('keeps a text that is nothing but its title', () => {
    expect(parse('【标题】夜航\n【正文】\n夜航').body).toBe('夜航')
  })

  it('takes the heading in front of the markers as the title', () => {
    expect(parse('# 题\n\n【摘要】要\n【正文】文')).toMatchObject({ title: '题', summary: '要', body: '文' })
  })

  it('takes the first of two equal markers, and the second as text', () => {
    expect(parse('【标题】题\n【正文】一\n【正文】二').body).toBe('一\n【正文】二')
  })

  it.each([
    ['甲、乙，丙,丁；戊', ['甲', '乙', '丙', '丁', '戊']],
    ['1. 甲\n2. 乙\n- 丙\n• 丁', ['甲', '乙', '丙', '丁']],
    ['1、甲\n2、乙', ['甲', '乙']],
    ['#甲 #乙  #丙', ['甲', '乙', '丙']],
    ['#露营#周末 ＃亲子', ['露营', '周末', '亲子']],
    ['C#、编程', ['C#', '编程']],
    ['5G、2026 趋势、3D打印', ['5G', '2026 趋势', '3D打印']],
    ['2026趋势\n3.5版本', ['2026趋势', '3.5版本']],
    ['甲、甲、乙、', ['甲', '乙']],
    ['C#、人工智能', ['C#', '人工智能']],
  ])('splits the list %j', (text, keywords) => {
    expect(parse(`【正文】文\n【关键词】${text}`).keywords).toEqual(keywords)
  })

  it('gives empty sections for empty text', () => {
    expect(parse('')).toEqual({ title: '', summary: '', body: '', keywords: [] })
  })
})

describe('parseSections while the text grows', () => {
  const prefixes = (text: string) => Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end))

  it.each([
    ['markers alone', whole],
    ['markers as headings', whole.replaceAll('【', '## 【')],
    ['bold brackets', whole.replaceAll(/【(..+)】/gu, '**【$1】**')],
    ['a chatty beginning', `好的：\n${whole}`],
  ])('shows no part of a marker: %s', (_form, text) => {
    for (const prefix of prefixes(text)) {
      const { title, summary, body, keywords } = parse(prefix)
      for (const shown of [title, summary, body, keywords].flat()) expect(shown).not.toMatch(/【/u)
    }
  })

  it('never takes back what a finished section showed', () => {
    const seen = { title: '', summary: '' }
    for (const prefix of prefixes(whole)) {
      const { title, summary } = parse(prefix)
      for (const [key, value] of Object.entries({ title, summary })) {
        expect(plainText(value).startsWith(Reflect.get(seen, key))).toBe(true)
      }
      Object.assign(seen, { title, summary })
    }
    expect(seen).toEqual({ title: parsed.title, summary: parsed.summary })
  })

  it('keeps a bracket that begins no marker', () => {
    expect(parse('【正文】他说\n【注意').body).toBe('他说\n【注意')
    expect(parse('【正文】见【注').body).toBe('见【注')
  })

  it('gives every section for any text and any cut of it', () => {
    const pieces = constantFrom(
      '【标题】',
      '【正文',
      '】',
      '\n',
      '# ',
      '**摘要**：',
      '```',
      '- ',
      '1.',
      '关键词：',
      '：',
      '文',
      ' ',
    )
    const text = tuple(string(), pieces, string({ unit: pieces, maxLength: 30 }), pieces, string({ unit: 'grapheme' }))
    assert(
      property(text, (parts) => {
        const joined = parts.join('')
        for (const prefix of [joined, joined.slice(0, joined.length / 2), joined.slice(0, -1)]) {
          expect(wechatArticle.output.safeParse(parse(prefix)).success).toBe(true)
        }
      }),
    )
  })

  it('finds in the body every paragraph that was put there', () => {
    const paragraph = string({ unit: constantFrom('夜', '跑', '，', 'a', '1', '。', ' '), minLength: 1, maxLength: 40 })
    assert(
      property(paragraph, paragraph, constantFrom('【正文】', '## 【正文】', '**正文**：', ''), (one, two, marker) => {
        const { body } = parse(`【标题】题\n${marker}\n${one}\n\n${two}\n【关键词】甲`)
        expect(body).toBe(`${one}\n\n${two}`.trim())
      }),
    )
  })
})
