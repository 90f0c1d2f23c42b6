import { assert, constantFrom, property, string, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHalfJson, readHalfList } from './half-json.ts'

describe('readHalfJson', () => {
  it.each([
    ['whole', '{"a": "b"}', { a: 'b' }],
    ['with chatter behind', '{"a": "b"}\n希望有帮助 }', { a: 'b' }],
    ['cut in a string', '{"a": "夜跑的', { a: '夜跑的' }],
    ['cut in a list', '{"a": ["一", "二', { a: ['一', '二'] }],
    ['cut behind a comma', '{"a": "b",', { a: 'b' }],
    ['cut in a key', '{"a": "b", "ke', { a: 'b' }],
    ['cut behind a colon', '{"a": "b", "key":', { a: 'b', key: null }],
    ['cut in a literal', '{"a": "b", "c": tr', { a: 'b' }],
    ['cut in an escape', '{"a": "b\\u4f', { a: 'b' }],
    ['cut behind a backslash', '{"a": "b\\', { a: 'b' }],
    ['with raw line breaks', '{"a": "一\n二\t三"}', { a: '一\n二\t三' }],
    ['with a comma too many', '{"a": ["一",], "b": 2,\n}', { a: ['一'], b: 2 }],
    ['with bare quotation marks', '{"a": "他说"你好"，就走了", "b": "c"}', { a: '他说"你好"，就走了', b: 'c' }],
    ['with backslashes that escape nothing', '{"a": "C:\\users\\d", "b": "c"}', { a: 'C:\\users\\d', b: 'c' }],
    ['with a key twice', '{"a": "一", "a": "二", "b": {"a": "三"}}', { a: '一', 'a ': '二', b: { a: '三' } }],
    ['with braces inside a string', '{"a": "}{", "b": "]"}', { a: '}{', b: ']' }],
  ])('reads an object %s', (_form, text, object) => {
    expect(readHalfJson(text)?.value).toEqual(object)
  })

  it.each(['', '[1]', '文 {"a":1}', '{坏', 'null', '{"a":'.repeat(20_000)])('gives null for %.20j', (text) => {
    expect(readHalfJson(text)).toBeNull()
  })

  it.each([
    ['text behind it', '{"a": "b"}\n后文，还有', '\n后文，还有'],
    ['what is no JSON', '{"a": "b", c: 正文}\n后文', ', c: 正文}\n后文'],
    ['a second object', '{"a": "b"}{"c": "d"}', '{"c": "d"}'],
    ['nothing of a key cut short', '{"a": "b", "ke', ''],
    ['nothing of a literal cut short', '{"a": "b", "c": tr', ''],
  ])('gives back %s', (_form, text, rest) => {
    expect(readHalfJson(text)).toEqual({ value: { a: 'b' }, rest })
  })

  it('reads a list, and what stands behind it', () => {
    expect(readHalfList(' [{"a": 1}, ["b"]]\n后文')).toEqual({ value: [{ a: 1 }, ['b']], rest: '\n后文' })
    expect(readHalfList('[{"a": "夜')).toEqual({ value: [{ a: '夜' }], rest: '' })
    expect(readHalfList('{"a": 1}')).toBeNull()
  })

  it('never fails, and reads at every cut a beginning of what the whole says', () => {
    const word = string({ unit: constantFrom('夜', 'a', '"', '\\', '\n', '{', ']', ',', ':'), maxLength: 8 })
    assert(
      property(uniqueArray(word, { minLength: 1, maxLength: 4 }), (words) => {
        const whole = JSON.stringify({ first: words[0], all: words })
        expect(readHalfJson(whole)?.value).toEqual({ first: words[0], all: words })
        for (let end = 1; end < whole.length; end += 1) {
          const first = readHalfJson(whole.slice(0, end))?.value['first'] ?? ''
          expect(typeof first === 'string' && words[0]?.startsWith(first)).toBe(true)
        }
      }),
    )
  })
})
