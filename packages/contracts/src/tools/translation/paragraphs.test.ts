import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { alignParagraphs, cutAtParagraphs } from './paragraphs.ts'

it.each([
  ['blank lines in both', '甲\n\n乙', 'A\n\nB', 2],
  ['line ends in the source, blank lines in the target', '甲\n乙\n丙', 'A\n\nB\n\nC', 3],
  ['a list among paragraphs', '甲\n\n- 一\n- 二', 'A\n\n- one\n- two', 3],
  ['hard-wrapped lines', 'one\nparagraph\n\nanother\none', '一段\n\n又一段', 2],
  ['Windows line ends', '甲\r\n\r\n乙', 'A\n\nB', 2],
  ['lines with blanks between', '甲\n \n乙', 'A\n\n\n\nB', 2],
])('aligns %s', (_case, source, target, count) => {
  const aligned = alignParagraphs(source, target)
  expect(aligned.source).toHaveLength(count)
  expect(aligned.target).toHaveLength(count)
})

it('shows that a paragraph is missing', () => {
  const { source, target } = alignParagraphs('甲\n\n乙\n\n丙', 'A\n\nB')
  expect([source.length, target.length]).toEqual([3, 2])
})

it('cuts at paragraph ends only, loses nothing, and keeps pieces short', () => {
  const paragraph = integer({ min: 1, max: 60 }).map((length) => '字'.repeat(length))
  const parts = array(tuple(paragraph, constantFrom('\n', '\n\n', '\n \n')), { minLength: 1, maxLength: 40 })
  assert(
    property(parts, (pairs) => {
      const text = pairs
        .map(([words, end]) => words + end)
        .join('')
        .trim()
      const pieces = cutAtParagraphs(text, 100)
      for (const piece of pieces) expect(piece.length <= 100 || !piece.includes('\n')).toBe(true)
      const joined = pieces.join('\n\n')
      const lines = (value: string) => value.split('\n').filter((line) => line.trim() !== '')
      expect(lines(joined)).toEqual(lines(text))
      const { source, target } = alignParagraphs(text, joined)
      expect(source).toEqual(target)
    }),
  )
})
