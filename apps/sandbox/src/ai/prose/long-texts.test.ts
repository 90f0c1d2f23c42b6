import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generateProse } from './generate.ts'
import { isProse, sentencesOf, splitSections } from './texts.ts'

const contract = '输出格式：\n【题名】一行\n【正文】Markdown 正文\n【参考文献】每行一条'

function write(form: string, system = contract): string {
  const messages = [
    { role: 'system' as const, text: system },
    { role: 'user' as const, text: form },
  ]
  return generateProse({ messages, wantsJson: false, variation: 3 }).text
}

const bodyOf = (text: string) => splitSections(text).find(({ name }) => name === '正文')?.text ?? ''
const sentencesIn = (text: string) =>
  text
    .replaceAll(/（以上为.*）/g, '')
    .split('\n')
    .filter(isProse)
    .flatMap(sentencesOf)

it.each([
  ['主题：露营\n关键词：帐篷、营地灯\n文章结构：清单', 5_000],
  ['论文主题：社区食堂\n关键点：共餐、可及性、代际差异', 20_000],
  ['项目名称：邻厨', 20_000],
  ['课程主题：浮力', 5_000],
  ['公文文种：通知\n事由：夜班公交', 5_000],
  ['新闻主题：夜班公交\n稿件类型：通稿', 3_000],
  ['求职意向：增长运营\n技能与证书：SQL、文案', 3_000],
  ['报告类型：月报', 5_000],
  ['故事主题：灯塔\n人物设定：\n<<<\n周守义：老人\n林晚：邮递员\n阿海：弟弟\n>>>', 6_000],
  ['产品：咖啡液\n投放场景：海报', 1_500],
])('says no sentence twice, and none with the ending of one just before: %s, %i characters', (form, length) => {
  const sentences = sentencesIn(bodyOf(write(`${form}\n字数：${length}字`)))
  expect(sentences.length).toBeGreaterThan(length / 60)
  expect(new Set(sentences).size).toBe(sentences.length)
  for (const [at, sentence] of sentences.entries()) {
    const before = sentences.slice(Math.max(0, at - 5), at)
    expect(before.map((one) => one.slice(-8))).not.toContain(sentence.slice(-8))
  }
})

it('writes a paper of ten parts that draw their sentences one after another', () => {
  const form = '论文主题：社区食堂\n关键点：共餐、可及性、代际差异\n字数：20000字\n\n'
  const parts = Array.from({ length: 10 }, (_, at) =>
    write(`${form}现在只写这一部分：第${at}节（第 ${at + 1} 部分，共 10 部分）\n约 2000 字。`, ''),
  )
  const sentences = parts.flatMap((part) => sentencesIn(part))
  expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.97)
})

it('opens a tale once: a later chapter begins with what happens in it', () => {
  const part = write(
    '故事主题：灯塔\n\n现在只写这一部分：第 4 章 石阶（第 2 部分，共 3 部分）\n要点：有人在码头等\n约600字。',
    '',
  )
  expect(part).toContain('有人在码头等。')
  expect(part).not.toContain('灯芯')
})

it('writes the one chapter that is asked for, not a whole paper', () => {
  const form =
    '论文主题：社区食堂\n关键点：共餐\n写作范围：一个章节：写成完整的学术行文\n章节名称：研究设计\n字数：2000字'
  const body = bodyOf(write(form))
  expect(body.match(/^## .+$/gm)).toEqual(['## 研究设计'])
  expect(body.match(/^### .+$/gm)?.at(-1)).toBe('### 本章小结')
  expect(body).not.toContain('结论与展望')
})

it('takes what a part is asked for for no keyword of the form', () => {
  const order = '现在只写这一部分：团队（第 7 部分，共 10 部分）\n要点：核心成员与分工、缺口与招募计划\n约600字。'
  expect(write(`项目名称：邻厨\n字数：6000字\n\n${order}`, '')).not.toMatch(/核心成员|招募计划/)
})

const folder = new URL('./samples/', import.meta.url)
it.each(readdirSync(folder))('%s: a spare sentence has a beginning and an ending to exchange', (name) => {
  const sections = splitSections(readFileSync(new URL(name, folder), 'utf8'))
  const spare = sections.find((section) => section.name === '备用')?.text ?? ''
  for (const sentence of spare.split('\n').flatMap(sentencesOf)) expect(sentence).toMatch(/^[^，,]+[，,]/)
})

it('rewords every sentence for 降重 and loses nothing of it', () => {
  const source = '墨舟在 2026 年新增 1,460 位作者，其中三成来自校园。增长来自口碑，投放没有增加。'
  const form = `改写方式：降重：逐句改换句式\n原文：\n<<<\n${source}\n>>>`
  const text = write(form, '输出格式：\n【改写结果】全文')
  for (const kept of ['墨舟', '2026', '1,460', '三成', '口碑', '投放']) expect(text).toContain(kept)
  expect(text.indexOf('三成')).toBeLessThan(text.indexOf('2026'))
  expect(text.indexOf('投放')).toBeLessThan(text.indexOf('口碑'))
})

it('gives an English title whole, however short it has to be', () => {
  const form = 'Topic: weekend camping\nKeywords: tent\nLength: 300 words\nLanguage: English'
  expect(write(form, '输出格式：\n【标题】一行，不超过 16 个字\n【正文】Markdown')).toContain(
    '【标题】Weekend camping\n',
  )
})
