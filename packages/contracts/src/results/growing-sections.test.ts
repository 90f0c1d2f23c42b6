import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { tools } from '../tools/registry.ts'
import type { ToolDefinition } from '../tools/tool.ts'
import { growingSections } from './growing-sections.ts'
import * as markers from './markers.ts'
import { parseSections } from './sections.ts'

const prose = '白天太满，夜里才是自己的；跑完一圈，河堤上的灯还亮着。'

/** Lines that some rule of reading looks for, beside prose. */
const lines = [
  '## 一、起跑',
  '# 夜跑',
  '夜跑',
  '　　段首空两格的一段。',
  '- 装备从简',
  '| 甲 | 乙 |',
  '|---|---|',
  '---',
  '```',
  '```json',
  '~~~',
  '{',
  '{"title": "夜跑", "body": "甲"}',
  '[',
  '好的，以下是为您撰写的文章：',
  '希望对您有帮助，请查收。',
  '如需修改，请告诉我。',
  '',
  ' ',
  '【注意】',
  '【正',
  '关键词：甲、乙',
  '\u{e000}0\u{e001}',
]

describe.each(Object.values(tools).map((tool) => [tool.key, tool as ToolDefinition] as const))('%s', (_key, tool) => {
  const marked = tool.sections.flatMap(({ marker }) => [
    `【${marker}】`,
    `【${marker}】夜跑`,
    `${marker}：夜跑`,
    `## ${marker}`,
  ])
  const line = constantFrom(...lines, ...marked, prose, prose, prose)
  const text = tuple(array(line, { maxLength: 60 }), constantFrom('\n', '\n\n', '\r\n'))

  it('reads a growing text, wherever its pieces end, as the whole one', () => {
    assert(
      property(text, array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }), ([written, end], steps) => {
        const whole = written.join(end)
        const read = growingSections(tool.sections, { from: 60, kept: 20 })
        for (let length = 0, at = 0; length < whole.length; at += 1) {
          length += steps[at % steps.length] ?? 1
          const part = whole.slice(0, length)
          expect(read(part)).toEqual(parseSections(part, tool.sections))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a long text', () => {
  const { sections } = tools['academic-paper']
  const paper = (paragraphs: number) =>
    `【题名】夜跑\n【摘要】三十天。\n【正文】\n## 一、起跑\n\n${`${prose.repeat(8)}\n\n`.repeat(paragraphs)}`

  it('is not searched again as a whole with every word that comes', () => {
    const read = growingSections(sections)
    const whole = paper(100)
    for (let end = 1_000; end < whole.length; end += 200) read(whole.slice(0, end))
    const longer = `${whole}新的一段`
    const expected = parseSections(longer, sections)
    const searched = vi.spyOn(markers, 'findMarkers')
    const result = read(longer)
    const lengths = searched.mock.calls.map(([source]) => source.length)
    searched.mockRestore()
    expect(result).toEqual(expected)
    expect(Math.max(...lengths)).toBeLessThan(whole.length / 5)
  })

  it('is read anew when another one begins', () => {
    const read = growingSections(sections)
    for (const text of [paper(40), paper(80), '【正文】另一个模型', paper(40).replace('夜跑', '晨跑')])
      expect(read(text)).toEqual(parseSections(text, sections))
  })

  it('moves to where a marker that came later puts it', () => {
    const read = growingSections(sections)
    const text = `关键词：甲\n正文：\n${`${prose.repeat(8)}\n\n`.repeat(40)}`
    read(text)
    const later = `${text}\n【正文】\n真正的正文`
    expect(read(later)).toEqual(parseSections(later, sections))
  })

  it('gives back the JSON in it that a marker which came later makes an answer', () => {
    const read = growingSections(sections)
    const text = `## 正文\n${prose}\n{"title": "夜跑", "body": "甲"}\n${`${prose}\n`.repeat(100)}`
    read(text)
    const later = `${text}【正文】\n真正的正文`
    expect(read(later)).toEqual(parseSections(later, sections))
  })
})
