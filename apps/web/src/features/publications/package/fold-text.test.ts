import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { foldCaption } from './fold-text.ts'

it('folds a caption of 小红书 behind its fifth line, and of 抖音 behind its second', () => {
  const caption = '字'.repeat(130)
  expect(foldCaption('xiaohongshu', caption).open).toHaveLength(100)
  expect(foldCaption('douyin', caption).open).toHaveLength(40)
})

it('counts lines that the author began, and half a character for a letter', () => {
  expect(foldCaption('douyin', '一\n二\n三')).toEqual({ open: '一\n二', folded: '\n三' })
  expect(foldCaption('douyin', 'a'.repeat(90)).open).toHaveLength(80)
})

it('parts no emoji, and leaves what fits and what no platform folds as it is', () => {
  const family = '👨‍👩‍👧'
  expect(foldCaption('douyin', family.repeat(41)).folded).toBe(family)
  expect(foldCaption('xiaohongshu', '短')).toEqual({ open: '短', folded: '' })
  expect(foldCaption('zhihu', '长'.repeat(900)).folded).toBe('')
})

it('loses nothing', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 200 }), (caption) => {
      const { open, folded } = foldCaption('kuaishou', caption)
      expect(open + folded).toBe(caption)
    }),
  )
})
