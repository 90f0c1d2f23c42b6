import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { segmentDiff } from './segment-diff.ts'

it('marks the words that changed and leaves the rest of the sentence alone', () => {
  expect(segmentDiff('内容团队的工作方式变了', '内容团队的写作方式变了')).toEqual([
    { kind: 'same', text: '内容团队的' },
    { kind: 'removed', text: '工作' },
    { kind: 'added', text: '写作' },
    { kind: 'same', text: '方式变了' },
  ])
})

it('finds no change in equal texts', () => {
  expect(segmentDiff('春天来了', '春天来了').every((part) => part.kind === 'same')).toBe(true)
  expect(segmentDiff('', '')).toEqual([])
})

it('lets both versions be read back from the parts', () => {
  const text = fc.string({ unit: fc.constantFrom('春', '天', '来', '了', ' ', 'AI', '。', '\n', '🌿') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = segmentDiff(before, after)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
    }),
  )
})
