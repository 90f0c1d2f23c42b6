import { assert, property, string, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'
import { anyOf, phrasesOf, requiredTerms, termsOf } from './search-terms.ts'

describe('terms', () => {
  it('are characters and pairs, none across a space', () => {
    expect(termsOf('夜跑 ok')).toEqual(['夜', '夜跑', '跑', 'o', 'ok', 'k'])
  })

  it('keep characters beyond the basic plane whole', () => {
    expect(termsOf('𠮷野')).toEqual(['𠮷', '𠮷野', '野'])
  })

  it('of a text hold those that any part of it requires', () => {
    const letters = string({ unit: 'grapheme', maxLength: 60 })
    assert(
      property(letters, integer({ min: 0, max: 50 }), integer({ min: 1, max: 20 }), (text, from, length) => {
        const folded = foldText(text)
        const part = Array.from(folded)
          .slice(from, from + length)
          .join('')
          .trim()
        const terms = new Set(termsOf(folded))
        expect(requiredTerms(part).every((term) => terms.has(term))).toBe(true)
      }),
    )
  })
})

describe('a query', () => {
  it('is words, and phrases in quotes', () => {
    expect(phrasesOf('夜跑  装备 "hello  World" “深夜 食堂”')).toEqual(['夜跑', '装备', 'hello world', '深夜 食堂'])
  })

  it('of nothing but quotes asks for the quotes', () => {
    expect(phrasesOf('" “ ”')).toEqual(['"', '“', '”'])
    expect(phrasesOf('""')).toEqual(['""'])
  })

  it('of nothing that can be seen asks for nothing', () => {
    expect(phrasesOf(' \u0000 ')).toEqual([])
  })

  it('is asked for by pairs, a single character by itself', () => {
    expect(requiredTerms('人工智能')).toEqual(['人工', '工智', '智能'])
    expect(requiredTerms('夜')).toEqual(['夜'])
  })

  it('can hold no operator', () => {
    expect(anyOf([["it's", 'a\\b'], ['&|']])).toBe("('it''s' & 'a\\\\b' | '&|')")
  })
})
