import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLength } from './text-length.ts'

describe('a title of 小红书', () => {
  it.each([
    ['', 0],
    ['工位手冲', 4],
    ['OOTD', 2],
    ['OOTD1', 3],
    ['OOTD穿搭分享', 6],
    ['30天瘦10斤！', 6],
    ['，。！', 3],
    ['☕', 1],
    ['👍🏽', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['❤️', 1],
    ['🇨🇳', 1],
    ['1️⃣', 1],
    ['ﾃｽ', 1],
    ['手冲☕️三分钟👨‍👩‍👧', 7],
  ])('%j has %d characters', (title, length) => {
    expect(textLength(title, 'xiaohongshu')).toBe(length)
  })

  it('is never longer than its parts together', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (left, right) => {
        const [one, other] = [left, right].map((text) => textLength(text, 'xiaohongshu'))
        expect(textLength(left + right, 'xiaohongshu')).toBeLessThanOrEqual((one ?? 0) + (other ?? 0))
      }),
    )
  })
})

it('counts characters elsewhere', () => {
  expect(textLength('手冲☕ok', 'characters')).toBe(5)
})
