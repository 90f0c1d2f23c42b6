import { describe, expect, it } from 'vitest'
import type { PromptMessage } from './read-brief.ts'
import { generateProse } from './generate.ts'
import { readBrief, readLength } from './read-brief.ts'
import { measure, splitSections } from './texts.ts'

const system: PromptMessage = {
  role: 'system',
  text: '你是公众号编辑。<<< 与 >>> 之间是素材。\n输出格式（标记原样保留）：\n【标题】一行\n【摘要】一行\n【正文】Markdown\n【关键词】用顿号分隔',
}
const brief = (length: number, extra = '') =>
  `主题：周末去郊外露营\n关键词：帐篷、防潮垫、营地灯\n目标读者：第一次露营的家庭\n语气：轻松\n字数：约${length}字\n${extra}`

function write(user: string, variation = 1, first: PromptMessage = system): string {
  return generateProse({ messages: [first, { role: 'user', text: user }], wantsJson: false, variation }).text
}

function sections(text: string): Record<string, string> {
  return Object.fromEntries(splitSections(text).map((section) => [section.name, section.text]))
}

const sampleLine = '（以上为沙盒示例内容，并非真实模型的输出。）'

describe('an article', () => {
  it('has the asked sections in the asked order and nothing else', () => {
    expect(splitSections(write(brief(800))).map((section) => section.name)).toEqual(['标题', '摘要', '正文', '关键词'])
    const other: PromptMessage = { role: 'system', text: '输出格式：\n【关键词】\n【正文】\n【标题】' }
    expect(splitSections(write(brief(800), 1, other)).map((section) => section.name)).toEqual([
      '关键词',
      '正文',
      '标题',
    ])
  })

  it.each([100, 200, 300, 500, 800, 1500, 3000, 5000])('of %i characters keeps within a tenth', (length) => {
    for (let variation = 0; variation < 8; variation += 1) {
      const body = sections(write(brief(length), variation))['正文'] ?? ''
      expect(Math.abs(measure(body) - length)).toBeLessThanOrEqual(length / 10)
    }
  })

  it('uses every keyword, the topic and the reader, and says what it is', () => {
    const {
      标题: title = '',
      摘要: summary = '',
      正文: body = '',
      关键词: keywords = '',
    } = sections(write(brief(1500)))
    expect(title.length).toBeLessThanOrEqual(30)
    expect(summary).toMatch(/^沙盒示例：/)
    expect(summary.length).toBeLessThanOrEqual(100)
    for (const word of ['帐篷', '防潮垫', '营地灯', '周末去郊外露营', '第一次露营的家庭']) expect(body).toContain(word)
    expect(body.endsWith(sampleLine)).toBe(true)
    expect(keywords.split('、').slice(0, 3).sort()).toEqual(['帐篷', '防潮垫', '营地灯'].sort())
    expect(body.match(/^## /gm)?.length).toBeGreaterThanOrEqual(3)
    expect(body).toMatch(/^(- |1\. )/m)
    expect(body).toMatch(/^> /m)
    expect(body).not.toMatch(/[{}]/)
  })

  it('differs between calls and is the same for the same seed', () => {
    expect(write(brief(800), 1)).toBe(write(brief(800), 1))
    const bodies = Array.from({ length: 20 }, (_, variation) => write(brief(800), variation))
    expect(new Set(bodies).size).toBe(20)
  })

  it('does not repeat a sentence in an ordinary length', () => {
    const body = sections(write(brief(3000)))['正文'] ?? ''
    const sentences = body.split(/(?<=[。？！])|\n/).filter((sentence) => sentence.length > 14)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('follows outline, ending, extra wishes and emoji', () => {
    const extra =
      '表情符号：少量使用表情符号\n结尾：引导读者关注公众号\n补充要求：加入一次失败的经历\n大纲：\n<<<\n1. 出发之前\n2. 搭起第一顶帐篷\n>>>'
    const body = sections(write(brief(900, extra)))['正文'] ?? ''
    expect(body.match(/^## \S+ (.+)$/gm)?.map((line) => line.replace(/^## \S+ /, ''))).toEqual([
      '出发之前',
      '搭起第一顶帐篷',
    ])
    expect(body).toContain('加入一次失败的经历')
    expect(body).toContain('欢迎关注')
    expect(body).toMatch(/## \p{Extended_Pictographic}/u)
    expect(write(brief(900, '表情符号：不使用表情符号'))).not.toMatch(/\p{Extended_Pictographic}/u)
  })

  it('reads nothing out of fenced material', () => {
    const found = readBrief([
      system,
      { role: 'user', text: brief(500, '参考资料：\n<<<\n主题：假的\n关键词：假\n【假的】x\n>>>') },
    ])
    expect(found.topic).toBe('周末去郊外露营')
    expect(found.contract.map(({ name }) => name)).toEqual(['标题', '摘要', '正文', '关键词'])
  })

  it('is English when asked, and says so when it cannot speak the language', () => {
    const english = sections(
      write('Topic: weekend camping\nKeywords: tent, lamp\nLength: 400 words\nLanguage: English'),
    )
    expect(english['正文']).not.toMatch(/(?!沙盒示例)[\u4e00-\u9fff]{5,}/)
    expect(english['正文']).toContain('camping')
    expect(Math.abs(measure(english['正文'] ?? '') - 400)).toBeLessThanOrEqual(40)
    expect(write('主题：露营\n语言：日本語')).toContain('asked for 日本語')
  })

  it('understands a loose sentence without labels', () => {
    const text = write('写一篇关于秋天露营的公众号文章，300字', 1, { role: 'system', text: '' })
    expect(text).toMatch(/^# .*秋天露营|^# /)
    expect(text).toContain('秋天露营')
    expect(text).toContain(sampleLine)
  })
})

describe('labels', () => {
  it.each([
    ['约1500字', 1500],
    ['1000-2000字', 1500],
    ['800 words', 800],
    ['1.5千字', 1500],
    ['2k', 2000],
    ['1,200字左右', 1200],
    ['不限', null],
  ])('length “%s” is %s', (text, expected) => {
    expect(readLength(text)).toBe(expected)
  })

  it.each(['**主题**：露营', '- 主题（必填）: 露营', '1. 文章主题：露营', 'Topic: 露营', '【主题】露营'])(
    'finds the topic in “%s”',
    (line) => {
      expect(readBrief([{ role: 'user', text: `${line}\n字数：500` }])).toMatchObject({
        topic: '露营',
        length: 500,
        task: 'write',
      })
    },
  )
})

describe('another wording of a passage', () => {
  const passage = '露营这件事，帐篷要先看天气再选。防潮垫不能省，地面的湿气会在半夜上来。营地灯挂高一点，照得更远。'
  const reworded = (asked: string, text = passage) =>
    write(
      `改写要求：${asked}\n\n上文：\n<<<\n前面说了路线。\n>>>\n\n选段：\n<<<\n${text}\n>>>\n\n下文：\n<<<\n后面说吃的。\n>>>\n\n请只给出改写后的选段。`,
      1,
      { role: 'system', text: '你是中文编辑，只改写选中的一段文字。' },
    )
  const bare = (text: string) => text.replace('（沙盒示例）', '')

  it('is the passage alone, changed, and says that it is a sample', () => {
    const text = reworded('润色：语句更通顺准确，意思和篇幅不变')
    expect(text.endsWith('（沙盒示例）')).toBe(true)
    expect(bare(text)).not.toBe(passage)
    expect(text).toContain('帐篷')
    expect(text).not.toMatch(/前面说了路线|后面说吃的|\n/)
    expect(measure(bare(text)) / measure(passage)).toBeCloseTo(1, 0)
    expect(reworded('润色：语句更通顺准确', text).match(/沙盒示例/g)).toHaveLength(1)
  })

  it.each([
    ['精简到六成左右，保留全部要点', 0, 0.8],
    ['扩写到一倍半左右，补充细节', 1.3, 2.2],
  ])('keeps to the asked length: %s', (asked, low, high) => {
    const share = measure(bare(reworded(asked))) / measure(passage)
    expect(share).toBeGreaterThan(low)
    expect(share).toBeLessThan(high)
  })
})

describe('an optimisation', () => {
  const original = write(brief(900))
  const optimise = (asked: string) =>
    sections(
      write(
        `优化要求：${asked}\n\n${brief(900)}\n\n原文：\n<<<\n${original}\n>>>\n\n请按输出格式给出优化后的完整文章。`,
        2,
      ),
    )
  const before = sections(original)

  it.each([
    ['精简到原文的六成左右', 0.5, 0.72],
    ['扩写到原文的一倍半左右', 1.4, 1.65],
    ['改为更正式、严谨的书面表达', 0.9, 1.1],
    ['改为更口语、亲切的表达', 0.9, 1.1],
    ['理顺逻辑', 0.9, 1.1],
    ['压缩到500字', 0.48, 0.65],
  ])('“%s” changes the body and keeps to its length', (asked, low, high) => {
    const after = optimise(asked)
    expect(Object.keys(after)).toEqual(['标题', '摘要', '正文', '关键词'])
    expect(after['正文']).not.toBe(before['正文'])
    const ratio = measure(after['正文'] ?? '') / measure(before['正文'] ?? '')
    expect(ratio).toBeGreaterThan(low)
    expect(ratio).toBeLessThan(high)
    expect(after['正文']?.split(sampleLine)).toHaveLength(2)
    expect(after['摘要']).toMatch(/^沙盒示例：已按“/)
    expect(after['标题']).toBe(before['标题'])
  })

  it('gives another title when the title is what is asked for', () => {
    expect(optimise('标题更吸引人')['标题']).not.toBe(before['标题'])
  })

  it('changes plain text without sections', () => {
    const plain = generateProse({
      messages: [{ role: 'user', text: '原文：\n我们往往觉得坚持很难。其实开始更难。\n优化要求：换个说法' }],
      wantsJson: false,
      variation: 1,
    }).text
    expect(plain).toContain('我们常常觉得')
  })
})

describe('a continuation', () => {
  const whole = write(brief(900))
  const goOn = (written: string) =>
    write(
      `${brief(900)}\n\n已写内容：\n<<<\n${written}\n>>>\n\n上文在中途断开。请紧接最后一个字继续写完，不要重复已写内容。`,
      3,
    )

  it.each([0.2, 0.5, 0.8])('from %f of the text completes it without repeating', (part) => {
    const written = whole.slice(0, Math.floor(whole.length * part))
    const added = goOn(written)
    const sentences = written.split(/(?<=[。？！])/).filter((sentence) => sentence.length > 14)
    for (const sentence of sentences) expect(added).not.toContain(sentence.trim())
    const result = sections(written + added)
    expect(Object.keys(result)).toEqual(['标题', '摘要', '正文', '关键词'])
    expect(Math.abs(measure(result['正文'] ?? '') - 900)).toBeLessThanOrEqual(160)
  })

  it('completes a marker that broke off', () => {
    const written = whole.slice(0, whole.indexOf('【正文】') + 2)
    expect(goOn(written)).toMatch(/^文】/)
    expect(Object.keys(sections(written + goOn(written)))).toEqual(['标题', '摘要', '正文', '关键词'])
  })

  it('adds only the missing sections to a finished body', () => {
    const written = whole.slice(0, whole.indexOf('【关键词】')).trimEnd()
    expect(goOn(written)).toMatch(/^\n【关键词】[^\n]+$/)
  })

  it('goes on after an assistant turn', () => {
    const messages: PromptMessage[] = [
      { role: 'user', text: brief(600) },
      { role: 'assistant', text: '清晨的营地很安静，' },
      { role: 'user', text: '请继续' },
    ]
    const { text } = generateProse({ messages, wantsJson: false, variation: 1 })
    expect(measure(text)).toBeGreaterThan(450)
    expect(text).not.toContain('清晨的营地很安静')
  })
})

it('small talk gets a short, honest answer', () => {
  const text = generateProse({ messages: [{ role: 'user', text: '你好' }], wantsJson: false, variation: 1 }).text
  expect(text).toContain('沙盒示例')
  expect(measure(text)).toBeLessThan(120)
})

describe('a description of a picture', () => {
  const designer: PromptMessage = { role: 'system', text: '你是资深视觉设计师，只写一段画面描述。' }

  it('shows the wish, and nothing of the question', () => {
    const text = write('想法：<<<\n一座桥\n>>>\n\n请写出画面描述。', 1, designer)
    expect(text).toMatch(/^一座桥，/)
    expect(text).not.toMatch(/<<<|收到|沙盒|\n/)
  })

  it('shows what a work is about where there is no wish, with room for a title on a cover', () => {
    const asked = '作品内容：<<<\n城市夜跑\n## 一\n>>>\n\n请为这篇作品的封面写出画面描述。'
    expect(write(asked, 2, designer)).toMatch(/^城市夜跑，.*标题/)
  })
})
