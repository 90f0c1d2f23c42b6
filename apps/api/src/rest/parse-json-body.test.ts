import { AppError } from '@mozhou/contracts/errors'
import { expect, it } from 'vitest'
import { deepestBody, parseJsonBody } from './parse-json-body.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function refusalOf(body: Uint8Array): unknown {
  try {
    return parseJsonBody(body)
  } catch (error) {
    return error instanceof AppError ? error.params : error
  }
}

it('reads JSON in UTF-8, with or without a mark, and nothing as nothing', () => {
  expect(parseJsonBody(bytes('{"茶":[1,"🍵"]}'))).toEqual({ 茶: [1, '🍵'] })
  expect(parseJsonBody(bytes('\uFEFF{"a":1}'))).toEqual({ a: 1 })
  expect(parseJsonBody(new Uint8Array())).toEqual({})
})

it('refuses what is not JSON, and bytes that are no UTF-8', () => {
  expect(refusalOf(bytes('{"a":'))).toEqual({ field: 'body', rule: 'json' })
  const broken = new Uint8Array([...bytes('{"a":"'), 0xff, 0xfe, ...bytes('"}')])
  expect(refusalOf(broken)).toEqual({ field: 'body', rule: 'utf8' })
})

it('refuses an object wider than any form, wherever it stands', () => {
  const wide = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`k${index}`, 1]))
  expect(refusalOf(bytes(JSON.stringify({ input: [wide] })))).toEqual({
    field: 'body',
    rule: 'too_many_fields',
    maximum: 500,
  })
})

it('goes so deep and no deeper, whatever is on the way', () => {
  const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(refusalOf(bytes(lists(deepestBody)))).toEqual(expect.any(Array))
  const tooDeep = { field: 'body', rule: 'too_deep', maximum: 64 }
  expect(refusalOf(bytes(lists(deepestBody + 1)))).toEqual(tooDeep)
  expect(refusalOf(bytes(lists(400_000)))).toEqual(tooDeep)
  expect(refusalOf(bytes(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`))).toEqual(tooDeep)
  expect(refusalOf(bytes(JSON.stringify(Array.from({ length: 10_000 }, () => [{}]))))).toEqual(expect.any(Array))
})
