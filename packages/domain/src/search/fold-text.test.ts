import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignText, filler, foldText } from './fold-text.ts'

describe('folding', () => {
  it('takes away width, case and spacing', () => {
    expect(foldText('  ＡＩ　写作\n\tHello ')).toBe('ai 写作 hello')
  })

  it('drops what no database column can hold', () => {
    expect(foldText('a\u0000b')).toBe('ab')
  })

  it.each([
    ['臺灣', '台湾'],
    ['台灣', '台湾'],
    ['露營體驗，裝備齊全', '露营体验,装备齐全'],
    ['衞生與麵綫', '卫生与面线'],
    ['什麼', '什么'],
    ['头发', '头发'],
    ['㎡', 'm2'],
    ['……', '......'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
  ])('%s is %s', (text, folded) => {
    expect(foldText(text)).toBe(foldText(folded))
    expect(foldText(folded)).toBe(folded)
  })

  it('is the same twice', () => {
    const characters = Array.from({ length: 0x2_a6e0 - 0x3_400 }, (_, at) => String.fromCodePoint(0x3_400 + at))
    const changed = characters.filter((character) => foldText(foldText(character)) !== foldText(character))
    expect(changed).toEqual([])
  })

  it('keeps every place, and what stands there', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'grapheme' }), (left, right) => {
        const { shown, folded } = alignText(left + right)
        expect(Array.from(shown)).toHaveLength(Array.from(folded).length)
        expect(foldText(shown.replaceAll(filler, ''))).toBe(folded)
      }),
    )
  })
})
