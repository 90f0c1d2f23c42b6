import { parseSections } from '@mozhou/contracts/results/sections'
import type { ToolSection } from '@mozhou/contracts/results/section'
import { expect, it } from 'vitest'
import { writeSections } from './write-sections.ts'

const named = (field: string, marker: string) => ({ field, marker, label: { zh: marker, en: field }, order: '' })
const sections: ToolSection[] = [
  { ...named('title', '标题'), as: 'line' },
  { ...named('body', '正文'), as: 'markdown' },
  { ...named('tags', '标签'), as: 'list' },
  { ...named('notes', '要点'), as: 'lines' },
  {
    ...named('shots', '分镜'),
    as: 'table',
    columns: [
      { field: 'scene', heading: '场景', label: { zh: '场景', en: 'Scene' }, as: 'text' },
      { field: 'seconds', heading: '秒', label: { zh: '秒', en: 'Seconds' }, as: 'number' },
    ],
  },
]

it('writes what the parser reads back, every kind of section', () => {
  const result = {
    title: '一个标题',
    body: '## 小标题\n\n- 列表\n\n| 表 | 格 |\n| --- | --- |\n| 甲 | 乙 |',
    tags: ['甲', '乙'],
    notes: ['第一点，有逗号', '第二点'],
    shots: [
      { scene: '街头 | 夜', seconds: 3 },
      { scene: '两行\n场景', seconds: 4.5 },
    ],
  }
  expect(parseSections(writeSections(result, sections), sections)).toEqual(result)
})

it('writes empty sections that are read back empty', () => {
  const empty = { title: '', body: '', tags: [], notes: [], shots: [] }
  expect(parseSections(writeSections(empty, sections), sections)).toEqual(empty)
})
