import { expect, it } from 'vitest'
import { diffRows } from './diff-rows.ts'

it('begins a row where both texts begin a line', () => {
  expect(diffRows('第一段\n第二段', '第一段\n第三段')).toEqual([
    [{ kind: 'same', text: '第一段' }],
    [
      { kind: 'removed', text: '第二' },
      { kind: 'added', text: '第三' },
      { kind: 'same', text: '段' },
    ],
  ])
})

it('keeps a paragraph that one text alone has beside nothing, and blank lines out', () => {
  const rows = diffRows('甲\n\n乙', '甲\n\n丙丙\n\n乙')
  const left = rows.map((row) => row.filter(({ kind }) => kind !== 'added').map(({ text }) => text.trim()))
  expect(rows.flat().filter(({ kind }) => kind === 'removed')).toEqual([])
  expect(left.flat().filter((text) => text !== '')).toEqual(['甲', '乙'])
})
