import { rewrite } from '@mozhou/contracts/tools/rewrite/tool'
import { videoScript } from '@mozhou/contracts/tools/video-script/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { Wording } from '@mozhou/contracts/wording'
import { expect, it } from 'vitest'
import { sectionChanges } from './section-changes.ts'

const script = videoScript as ToolDefinition
const words = { pick: ({ zh }: Wording) => zh, number: String }
const changed = (tool: ToolDefinition, before: Record<string, unknown>, after: Record<string, unknown>) =>
  sectionChanges(
    tool,
    { before: { title: '甲', result: before }, after: { title: '乙', result: after } },
    words,
  ).filter(({ isChanged }) => isChanged)

it('puts rows of a table as lines that name their columns', () => {
  const shot = { scene: '厨房', action: '下锅', line: '', seconds: 5 }
  const [shots] = changed(script, { shots: [shot] }, { shots: [shot, { ...shot, seconds: 8 }] })
  expect(shots?.before).toBe('分镜 1：场景 厨房 · 画面 下锅 · 秒数 5')
  expect(shots?.after).toBe(`${shots?.before}\n分镜 2：场景 厨房 · 画面 下锅 · 秒数 8`)
})

it('names the fields that changed alone', () => {
  const before = { title: '夜跑', hook: '跑起来', tags: ['#甲'] }
  expect(changed(script, before, { ...before, tags: ['#甲', '#乙'] })).toEqual([
    { field: 'tags', label: { zh: '话题标签', en: 'Tags' }, isChanged: true, before: '#甲', after: '#甲、#乙' },
  ])
})

it('shows marks where nothing else changed', () => {
  expect(changed(script, { notes: '## 收音' }, { notes: '## **收音**' })).toMatchObject([
    { before: '## 收音', after: '## **收音**' },
  ])
  expect(changed(script, { notes: '## 收音' }, { notes: '## 灯光' })).toMatchObject([{ before: '收音', after: '灯光' }])
})

it('compares the titles of works whose tool writes none', () => {
  expect(changed(rewrite as ToolDefinition, {}, {})).toMatchObject([{ field: 'title', before: '甲', after: '乙' }])
})
