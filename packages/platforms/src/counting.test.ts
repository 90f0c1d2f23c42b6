import { assert, constantFrom, oneof, property, array, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countText, fitText, units } from './counting.ts'

describe('counting', () => {
  it.each([
    ['code_points', '墨舟', 2],
    ['code_points', 'a墨1', 3],
    ['code_points', '👨‍👩‍👧', 5],
    ['half_width', '墨舟ab', 3],
    ['half_width', 'abc', 1.5],
    ['half_width', 'ｱ', 0.5],
    ['half_width', '😀', 1],
    ['utf8_bytes', '墨舟ab', 8],
    ['utf8_bytes', '😀é', 6],
    ['html_bytes', '<p>墨</p>', 10],
    ['html_characters', '<p>墨</p>', 8],
  ] as const)('%s of %s', (unit, text, count) => {
    expect(countText(unit, text)).toBe(count)
  })

  const anything = array(
    oneof(
      string({ unit: 'binary' }),
      string({ unit: 'grapheme' }),
      constantFrom('墨舟', '👨‍👩‍👧‍👦', '🇨🇳', 'é', 'ｱｲ', '\ud83d', '\udc00', '&nbsp;', '￥', '—', '\u200b', '\u0000'),
    ),
  ).map((parts) => parts.join(''))

  const isHalf = (code: number) => code <= 127 || (code > 0xff60 && code < 0xffdd)

  it('agrees with counters that were written otherwise', () => {
    assert(
      property(anything, (text) => {
        const points = Array.from(text)
        expect(countText('code_points', text)).toBe(points.length)
        expect(countText('html_characters', text)).toBe([...text.matchAll(/./gsu)].length)
        expect(countText('utf8_bytes', text)).toBe(new TextEncoder().encode(text).length)
        expect(countText('html_bytes', text)).toBe(Buffer.byteLength(text, 'utf8'))
        const halves = points.map((point) => (isHalf(Number(point.codePointAt(0))) ? 0.5 : 1))
        expect(countText('half_width', text)).toBe(halves.reduce((sum, half) => sum + half, 0))
      }),
      { numRuns: 400 },
    )
  })

  it('counts two texts as much as it counts each, where no pair is made at the seam', () => {
    assert(
      property(anything, anything, (one, other) => {
        const seamed = /[\ud800-\udbff]$/.test(one) && /^[\udc00-\udfff]/.test(other)
        if (seamed) return
        for (const unit of units)
          expect(countText(unit, one + other)).toBe(countText(unit, one) + countText(unit, other))
      }),
    )
  })

  it('fits a text by whole characters, as readers see them', () => {
    const seen = (text: string) =>
      [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
    assert(
      property(anything, constantFrom(...units), constantFrom(1, 5, 20), (text, unit, limit) => {
        const fitted = fitText(text, limit, unit)
        expect(countText(unit, fitted)).toBeLessThanOrEqual(limit)
        if (countText(unit, text) <= limit) expect(fitted).toBe(text)
        else expect(seen(text).slice(0, seen(fitted).length).join('').trimEnd()).toBe(fitted.trimEnd())
      }),
      { numRuns: 300 },
    )
  })

  it('ends what it shortens at a mark', () => {
    expect(fitText('周末城市露营：新手要带的七样东西，一样都别落下', 20, 'code_points')).toBe(
      '周末城市露营：新手要带的七样东西',
    )
  })
})
