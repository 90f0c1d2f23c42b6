import { expect, it } from 'vitest'
import { toggleMark } from './markdown-marks.ts'
import type { Mark } from './markdown-marks.ts'

/** `[` and `]` stand for the ends of the selection. */
function toggled(marked: string, mark: Mark): string {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const { text, ...selection } = toggleMark(marked.replace(/[[\]]/gu, ''), start, end, mark)
  return `${text.slice(0, selection.start)}[${text.slice(selection.start, selection.end)}]${text.slice(selection.end)}`
}

it.each<[Mark, string, string]>([
  ['bold', '夜跑[很好]。', '夜跑**[很好]**。'],
  ['bold', '夜跑**[很好]**。', '夜跑[很好]。'],
  ['bold', '夜跑[]', '夜跑**[]**'],
  ['heading', '一\n二[三]\n四', '一\n[## 二三]\n四'],
  ['heading', '## 二[三]', '[二三]'],
  ['list', '甲[甲\n\n乙]乙', '[- 甲甲\n\n- 乙乙]'],
  ['list', '- 甲[甲\n- 乙]乙', '[甲甲\n乙乙]'],
  ['quote', '[]第一行\n第二行', '[> 第一行]\n第二行'],
])('%s on %j gives %j', (mark, before, after) => {
  expect(toggled(before, mark)).toBe(after)
})
