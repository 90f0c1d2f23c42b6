import { expect, it } from 'vitest'
import { tools } from '../tools/registry.ts'
import { simplified, traditional } from './traditional.ts'

it.each([
  ['標題', '标题'],
  ['關鍵詞', '关键词'],
  ['參考文獻', '参考文献'],
  ['開場鈎子', '开场钩子'],
  ['話題標籤', '话题标签'],
  ['畫面', '画面'],
  ['時長（秒）', '时长（秒）'],
])('reads %s as %s', (form, name) => {
  expect(simplified(form)).toBe(name)
})

it('knows every name of a section and a column both ways', () => {
  const names = Object.values(tools).flatMap(({ sections }) =>
    sections.flatMap((section) => [
      section.marker,
      ...(section.as === 'table' ? section.columns.map(({ heading }) => heading) : []),
    ]),
  )
  for (const name of names) expect(simplified(traditional(name))).toBe(name)
})

it('keeps places: as long as the text was', () => {
  const text = '𠮷野家 的 標題 與 關鍵詞'
  expect(simplified(text)).toHaveLength(text.length)
})
