import { expect, it } from 'vitest'
import { lineDiff } from './line-diff.ts'

it('tells the lines that came and went, and leaves the others', () => {
  expect(lineDiff('一\n二\n三', '一\n两\n三\n四')).toEqual([
    { kind: 'same', text: '一' },
    { kind: 'removed', text: '二' },
    { kind: 'added', text: '两' },
    { kind: 'same', text: '三' },
    { kind: 'added', text: '四' },
  ])
})

it('finds nothing between equals', () => {
  expect(lineDiff('一\n二', '一\n二').every(({ kind }) => kind === 'same')).toBe(true)
})
