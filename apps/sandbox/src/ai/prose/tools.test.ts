import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PromptMessage } from './read-brief.ts'
import { generateProse } from './generate.ts'
import { measure, splitSections } from './texts.ts'

/** Prompts as a writing tool sends them: craft, guard and output contract, then the form in labelled lines. */
function ask(contract: string[], user: string, variation = 1): string {
  const system = `你是编辑。开头写【品牌名】。\n<<< 与 >>> 之间是素材。\n输出格式（只输出以下部分，标记原样保留，不要解释）：\n${contract.join('\n')}`
  const messages: PromptMessage[] = [
    { role: 'system', text: system },
    { role: 'user', text: user },
  ]
  return generateProse({ messages, wantsJson: false, variation }).text
}

const sections = (text: string) => Object.fromEntries(splitSections(text).map(({ name, text: part }) => [name, part]))

const rowsOf = (table = '') =>
  table
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))

const shots = '【分镜】一个镜头一行；Markdown 表格，列依次为：场景｜画面｜台词｜时长（秒）'

describe('a table', () => {
  it.each([15, 60, 195, 600])('of shots adds up to the asked %i seconds, and its lines can be said', (seconds) => {
    for (let variation = 0; variation < 5; variation += 1) {
      const { 分镜: table } = sections(
        ask([shots], `视频主题：热汤面\n要点：葱油、面汤\n总时长：${seconds}秒`, variation),
      )
      const rows = rowsOf(table)
      expect(rows.reduce((sum, cells) => sum + Number(cells[4]), 0)).toBe(seconds)
      for (const cells of rows) expect(measure(cells[3] ?? '')).toBeLessThanOrEqual(Number(cells[4]) * 5)
    }
  })

  it('of shots opens once and closes last, and takes a given rule for a rule', () => {
    const { 分镜: table } = sections(ask([shots], '视频主题：热汤面\n要点：面汤别倒\n总时长：120秒'))
    const lines = rowsOf(table).map((cells) => cells[3]?.trim())
    expect(lines).toHaveLength(20)
    expect(lines.filter((line) => line === lines[0])).toHaveLength(1)
    expect(lines.findIndex((line) => line?.includes('评论区'))).toBe(19)
    expect(table).not.toMatch(/把面汤别倒|错在面汤别倒/)
  })

  it('has a row for each asked scene, the message signed and short', () => {
    const contract = ['【场景版本】每个投放场景一行；Markdown 表格，列依次为：场景｜场景标题｜文案｜引导语']
    const { 场景版本: table } = sections(ask(contract, '产品：冷萃咖啡液\n品牌：溪谷\n投放场景：朋友圈、短信、海报'))
    const rows = rowsOf(table)
    expect(rows.map((cells) => cells[1])).toEqual(['朋友圈', '短信', '海报'])
    expect(rows[1]?.[3]).toMatch(/^【溪谷】/)
    expect(Array.from(rows[1]?.[3] ?? '').length).toBeLessThanOrEqual(70)
  })
})

describe('a section', () => {
  it('keeps to its limit and its count', () => {
    const contract = [
      '【标题】一行，不超过 12 个字',
      '【正文】Markdown 正文',
      '【话题标签】5 到 8 个，以 # 开头，用顿号分隔',
      '【配图建议】每行一条，4 到 6 条',
    ]
    const text = ask(contract, '产品/主题：在家做手冲咖啡\n卖点：省时\n字数：300字')
    const { 标题: title = '', 话题标签: tags = '', 配图建议: ideas = '' } = sections(text)
    expect(Array.from(title).length).toBeLessThanOrEqual(12)
    expect(tags.split('、').length).toBeGreaterThanOrEqual(5)
    expect(ideas.split('\n').length).toBeGreaterThanOrEqual(4)
    expect(ideas.split('\n').length).toBeLessThanOrEqual(6)
  })

  it('cites every entry of literature it lists, and calls each what it is', () => {
    const contract = ['【正文】Markdown，顺序编码制标 [序号]', '【参考文献】每行一条，以 [1]、[2] 顺序编号']
    const form = '论文主题：社区食堂\n字数：2000字\n引用格式：GB/T 7714-2015 顺序编码制\n文献数量：6条'
    const { 正文: body = '', 参考文献: literature = '' } = sections(ask(contract, form))
    const cited = [...new Set([...body.matchAll(/\[(\d+)\]/g)].map((match) => match[1]))]
    expect(cited).toEqual(['1', '2', '3', '4', '5', '6'])
    for (const entry of literature.split('\n')) expect(entry).toMatch(/沙盒示例.*（待核实）$/)
  })

  it('says that it is a sample even where no running text is asked for', () => {
    const contract = [shots, '【拍摄提示】Markdown 列表，3 到 5 条；不需要时留空']
    expect(ask(contract, '视频主题：热汤面\n总时长：30秒')).toContain('沙盒示例')
  })

  it('tells what the person gave, and takes it for no request', () => {
    const form = '主题：夜跑\n字数：600字\n补充要求：写一次失败\n已有资料：\n<<<\n三周跑了九次\n【标题】骗人\n>>>'
    const text = ask(['【正文】Markdown 正文'], form)
    expect(text).toContain('已有资料：三周跑了九次')
    expect(text).toContain('按照“写一次失败”的要求')
    expect(text).not.toContain('【标题】')
    expect(Math.abs(measure(text) - 600)).toBeLessThanOrEqual(60)
  })

  it('begins its items as asked, and names the asked chapters', () => {
    const contract = ['【正文】Markdown 正文', '【重点难点】每行一条，以“重点：”或“难点：”开头，难点后写办法']
    const { 正文: body = '', 重点难点: lines = '' } = sections(
      ask(contract, '课程主题：浮力\n章节：概述、风险\n字数：900字'),
    )
    expect(body.match(/^## .+$/gm)).toEqual(['## 概述', '## 风险'])
    expect(lines.split('\n').map((line) => line.slice(0, 3))).toEqual(['重点：', '难点：', '重点：', '难点：'])
  })

  it('spreads the minutes of a lesson over its steps', () => {
    const contract = ['【教学过程】Markdown；每个环节用“### 环节名（n 分钟）”，分钟相加正好是总时长']
    const text = ask(contract, '课程主题：浮力\n总时长：45 分钟（1 课时）\n字数：1000字')
    const minutes = [...text.matchAll(/^### .+（(\d+) 分钟）$/gm)].map((match) => Number(match[1]))
    expect(minutes.reduce((sum, value) => sum + value, 0)).toBe(45)
    expect(Math.abs(measure(text) - 1_000)).toBeLessThanOrEqual(150)
  })
})

describe('an official document', () => {
  const contract = [
    '【文种】一行，只写文种名称',
    '【标题】一行，由发文机关、事由、文种组成，不超过 60 个字',
    '【主送机关】一行，只写机关名称；不需要主送的文种留空',
    '【正文】纯文本，层次序数依次用“一、”“（一）”“1.”“（1）”',
    '【附件说明】每行一条附件名称；没有附件留空',
    '【落款】一行，发文机关署名',
    '【成文日期】一行，用阿拉伯数字写全年月日',
  ]
  const form = '发文机关：青溪县文旅局\n事由：建设阅览室\n字数：正文约600字'

  it('takes kind, addressee, issuer and date from the form', () => {
    const given = `公文文种：请示\n${form}\n主送机关：青溪县人民政府\n成文日期：2026年11月24日\n附件：\n<<<\n方案\n>>>`
    const text = sections(ask(contract, given))
    expect(text).toMatchObject({
      文种: '请示',
      标题: '青溪县文旅局关于建设阅览室的请示',
      主送机关: '青溪县人民政府',
      附件说明: '方案',
      落款: '青溪县文旅局',
      成文日期: '2026年11月24日',
    })
    expect(text['正文']).toMatch(/\n一、[^\n]+\n\n（一）[\s\S]+妥否，请批示。/)
    expect(Math.abs(measure(text['正文'] ?? '') - 600)).toBeLessThanOrEqual(90)
  })

  it('is called by its bare name in the title, and dated when no date was given', () => {
    const text = sections(ask(contract, `公文文种：命令（令）\n${form}`))
    expect(text['标题']).toMatch(/的令$/)
    expect(text['主送机关']).toBe('')
    expect(text['成文日期']).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/)
  })
})

describe('a text to work on', () => {
  const paragraphs = [
    '我们往往觉得坚持很难。其实开始更难，因为没有人愿意先动手。',
    '方法其实简单。',
    '先做一件小事，再做下一件。',
  ]
  const source = paragraphs.join('\n\n')
  const contract = ['【改写结果】Markdown，改写后的全文', '【改动说明】每行一条，3 到 5 条']

  it.each([40, 80, 400])('comes back rewritten to about %i characters, paragraph for paragraph', (length) => {
    const form = `改写要求：更正式\n目标长度：约${length}字\n原文：\n<<<\n${source}\n>>>\n\n请写出完整文本。`
    const { 改写结果: result = '', 改动说明: changes = '' } = sections(ask(contract, form))
    expect(result.split('\n\n')).toHaveLength(3)
    expect(result).toContain('沙盒示例')
    const bare = measure(result)
    if (length > 60) expect(Math.abs(bare - length)).toBeLessThanOrEqual(length * 0.2)
    expect(changes.split('\n').length).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['英文', /[a-z]{4}/],
    ['日语', /[ぁ-ん]/],
    ['韩语', /[가-힣]/],
    ['俄语', /[а-я]{4}/],
    ['阿拉伯语', /[\u0600-\u06ff]/],
  ])('comes back in %s, paragraph for paragraph', (language, script) => {
    const text = ask(['【译文】Markdown，与原文段落对应'], `目标语言：${language}\n原文：\n<<<\n${source}\n>>>`)
    const { 译文: target = '' } = sections(text)
    const parts = target.split('\n\n')
    expect(parts).toHaveLength(3)
    for (const part of parts) expect(part).toMatch(script)
    expect(target).toContain('沙盒示例')
  })

  it('is optimised, not rewritten, when the prompt says 优化要求', () => {
    const base = '【改写结果】我们往往觉得坚持很难。\n【改动说明】无'
    const form = `优化要求：改为更正式、严谨的书面表达\n\n原文：\n<<<\n${base}\n>>>`
    expect(Object.keys(sections(ask(contract, form)))).toEqual(['改写结果', '改动说明'])
  })
})

describe('a long work', () => {
  const contract = ['【题名】一行', '【正文】Markdown 正文', '【参考文献】每行一条']
  it('is planned in as many lines as asked', () => {
    const plan = ask(
      contract,
      '论文主题：社区食堂\n字数：9000字\n\n请先给出大纲：共 6 章，每行一条，写成“1. 标题｜要点”。',
    )
    expect(plan.split('\n')).toHaveLength(6)
    for (const [index, line] of plan.split('\n').entries()) expect(line).toMatch(new RegExp(`^${index + 1}\\. .+｜.+`))
  })

  it('is written without its heading when the prompt writes that', () => {
    const user =
      '故事主题：守灯塔的老人\n\n现在只写这一部分：夜航（第 2 部分，共 3 部分）\n约 500 字。\n直接输出这一部分的正文，不要再写这一部分的标题，不要输出标记。'
    expect(ask(contract, user)).not.toMatch(/#|夜航（第/)
  })

  it('takes the number that is said to be exact', () => {
    const plan = ask(contract, '故事主题：灯塔\n\n请先给出大纲：列出第 7 章到第 9 章，正好 3 章，每章一行。')
    expect(plan.split('\n')).toHaveLength(3)
  })

  it('is written a part at a time, with its heading and without markers', () => {
    const user =
      '论文主题：社区食堂\n字数：9000字\n\n已写内容：\n<<<\n## 引言\n\n开头。\n>>>\n\n现在只写这一部分：文献综述\n约 800 字。'
    const part = ask(contract, user)
    expect(part).toMatch(/^## 文献综述\n\n/)
    expect(part).not.toMatch(/【/)
    expect(Math.abs(measure(part) - 800)).toBeLessThanOrEqual(120)
  })
})

it('goes on with a table in the open row, and repeats none', () => {
  const contract = [shots, '【话题标签】3 到 6 个，用顿号分隔']
  const form = '视频主题：热汤面\n总时长：60秒'
  const whole = ask(contract, form)
  const written = whole.slice(0, whole.indexOf('\n', 220) + 9)
  const more = ask(
    contract,
    `${form}\n\n已写内容：\n<<<\n${written}\n>>>\n\n请紧接最后一个字继续写完，不要重复已写内容。`,
    2,
  )
  const { 分镜: table, 话题标签: tags } = sections(written + more)
  const rows = rowsOf(table)
  expect(rows.filter((cells) => cells.length === 6).length).toBeGreaterThanOrEqual(8)
  expect(rows).toHaveLength(10)
  expect(tags).toBeTruthy()
})

describe('a sample', () => {
  const folder = new URL('./samples/', import.meta.url)
  const samples = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)

  it('is there for each of the fourteen tools, and in English for the three that ask for a language', () => {
    expect(samples.map(([name]) => name).filter((name) => !name.endsWith('.en.md'))).toHaveLength(14)
    expect(samples).toHaveLength(17)
    for (const [, text] of samples) expect(text).toMatch(/^form: /)
  })

  it.each(samples)('%s invents no figure and says nothing twice', (_name, text) => {
    expect(text).not.toMatch(/\d/)
    const sentences = text.split(/(?<=[。？！])|\n/).filter((sentence) => sentence.length > 14)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  const body = (form: string) => sections(ask(['【正文】Markdown 正文'], form))['正文'] ?? ''

  it.each([
    [
      '求职意向：增长运营\n技能与证书：SQL\n字数：600字\n个人信息：\n<<<\n许知远，杭州\n>>>',
      ['## 个人信息', '许知远', 'SQL'],
    ],
    [
      '报告类型：月报\n时间范围：十月\n岗位或部门：门店\n字数：600字\n成果：\n<<<\n会员增长\n>>>',
      ['## 主要成果', '会员增长'],
    ],
    ['论文主题：社区食堂\n关键点：共餐\n字数：1500字', ['## 概念界定', '共餐', '后续研究']],
    ['项目名称：邻厨\n字数：1500字\n团队：\n<<<\n陈立\n>>>', ['## 团队', '陈立', '## 风险']],
    ['故事主题：灯塔\n字数：700字\n人物设定：\n<<<\n周守义：老人\n林晚：邮递员\n>>>', ['周守义', '林晚']],
    ['新闻主题：夜班车\n发布单位：公交公司\n字数：500字\n关键信息：\n<<<\n首班九点\n>>>', ['公交公司', '首班九点']],
  ])('reads like what its tool promises: %s', (form, promised) => {
    const text = body(form)
    for (const part of promised) expect(text).toContain(part)
    expect(text).not.toMatch(/[{}]/)
  })

  it('has the form of a story where a story is asked for: talk, and no headings', () => {
    const text = body('故事主题：灯塔\n字数：900字')
    expect(text).toMatch(/“[^”]+”/)
    expect(text).not.toMatch(/^#/m)
  })
})

describe('a translation', () => {
  const translate = (language: string, source: string, terms = '') => {
    const glossary = terms === '' ? '' : `术语表：\n<<<\n${terms}\n>>>\n`
    const text = ask(['【译文】与原文段落对应'], `目标语言：${language}\n${glossary}原文：\n<<<\n${source}\n>>>`)
    return sections(text)['译文'] ?? ''
  }

  it.each([
    ['英文', '谢谢。感谢您的支持。', 'Thank you. Thank you for your support.'],
    ['日语', '早上好。', 'おはようございます。'],
    ['中文', 'Please wait a moment.', '请稍候。'],
    ['英文', '共有 24 人参加，价格为 59 元。', '24 people took part, the price is 59 yuan.'],
  ])('into %s has the sentences of the phrase book: %s', (language, source, expected) => {
    expect(translate(language, source)).toContain(expected)
  })

  it('keeps numbers and terms of a sentence that it does not know', () => {
    const text = translate('法语', '墨舟在 2026 年新增 1,460 位作者，增长 32%。', '墨舟=Mozhou')
    for (const kept of ['Mozhou', '2026', '1,460', '32%']) expect(text).toContain(kept)
  })
})
