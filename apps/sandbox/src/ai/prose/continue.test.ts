import { describe, expect, it } from 'vitest'
import { generateProse } from './generate.ts'
import { measure, splitSections } from './texts.ts'

function ask(contract: string[], user: string, variation = 1): string {
  const system = `你是编辑。\n输出格式（只输出以下部分，标记原样保留，不要解释）：\n${contract.join('\n')}`
  const messages = [
    { role: 'system' as const, text: system },
    { role: 'user' as const, text: user },
  ]
  return generateProse({ messages, wantsJson: false, variation }).text
}

/** The text cut at a share of it and written on, as its sections. */
function mended(contract: string[], form: string, share: number): Record<string, string> {
  const whole = ask(contract, form)
  const cut = whole.slice(0, Math.floor(whole.length * share))
  const order = '上文在中途断开。请紧接最后一个字继续写完，不要重复已写内容。'
  const more = ask(contract, `${form}\n\n已写内容：\n<<<\n${cut}\n>>>\n\n${order}`, 7)
  return Object.fromEntries(splitSections(cut + more).map(({ name, text }) => [name, text]))
}

const shares = [0.1, 0.23, 0.37, 0.5, 0.62, 0.78, 0.91]

describe.each(shares)('a text cut at %d', (share) => {
  it('still has every asked chapter, once and in order', () => {
    const contract = ['【正文】Markdown 正文，每章以“## 章名”开头', '【要点】3 到 6 个，用顿号分隔']
    const text = mended(contract, '主题：社区厨房\n章节：概述、市场、团队、风险\n字数：1600字', share)
    expect(text['正文']?.match(/^## \S+/gm)).toEqual(['## 概述', '## 市场', '## 团队', '## 风险'])
    expect(Math.abs(measure(text['正文'] ?? '') - 1_600)).toBeLessThanOrEqual(320)
    expect(text['正文']).toContain('沙盒示例')
  })

  it('still cites all of its literature', () => {
    const contract = ['【正文】Markdown，顺序编码制标 [序号]', '【参考文献】每行一条，以 [1] 起编号']
    const form = '论文主题：社区食堂\n字数：1500字\n引用格式：顺序编码制\n文献数量：5条'
    const cited = mended(contract, form, share)['正文']?.match(/\[\d\]/g) ?? []
    expect([...new Set(cited)].toSorted()).toEqual(['[1]', '[2]', '[3]', '[4]', '[5]'])
  })

  it('still is translated paragraph for paragraph', () => {
    const source = '第一段讲来历。\n\n第二段讲做法，也讲难处。\n\n第三段收尾。'
    const form = `目标语言：英文\n原文：\n<<<\n${source}\n>>>`
    expect(mended(['【译文】与原文段落对应'], form, share)['译文']?.split('\n\n')).toHaveLength(3)
  })

  it('still has shots whose seconds add up', () => {
    const contract = ['【分镜】一个镜头一行；Markdown 表格，列依次为：场景｜画面｜台词｜时长（秒）']
    const table = mended(contract, '视频主题：热汤面\n总时长：90秒', share)['分镜'] ?? ''
    const seconds = table
      .split('\n')
      .slice(2)
      .map((line) => Number(line.split('|')[4]))
    expect(seconds.reduce((sum, value) => sum + value, 0)).toBe(90)
  })
})

it('asked for what stands around a finished text, writes that alone', () => {
  const contract = ['【标题】一行，不超过 20 个字', '【前情记忆】每行一条']
  const written = '## 第 1 章 来信\n\n信到的那天没有风。'
  const form = `故事主题：灯塔\n\n已写内容：\n<<<\n${written}\n>>>\n\n正文已经写完。请按输出格式补上其余部分，不要重复正文。`
  const text = ask(contract, form).trim()
  expect(splitSections(text).map(({ name }) => name)).toEqual(['标题', '前情记忆'])
})
