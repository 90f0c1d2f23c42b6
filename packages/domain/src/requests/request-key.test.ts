import { requestKeyInput } from '@mozhou/contracts/ids'
import { expect, it } from 'vitest'
import { fingerprintOf, requestKeyOf } from './request-key.ts'

it('makes one request key of one person and header, and another of any other', () => {
  const keys = [requestKeyOf('a', 'x'), requestKeyOf('b', 'x'), requestKeyOf('a', 'y'), requestKeyOf('a', 'x ')]
  for (const key of keys) expect(requestKeyInput.safeParse(key).success).toBe(true)
  expect(new Set(keys).size).toBe(keys.length)
  expect(requestKeyOf('a', 'x')).toBe(keys[0])
})

it('tells bodies apart by what they say, not by the order of their keys', () => {
  const of = (input: unknown) => Buffer.from(fingerprintOf('writing.generate', input)).toString('hex')
  expect(of({ a: 1, b: { c: [1, 2], d: 3 } })).toBe(of({ b: { d: 3, c: [1, 2] }, a: 1 }))
  expect(of({ a: 1, b: { c: [1, 2] } })).not.toBe(of({ a: 1, b: { c: [2, 1] } }))
  expect(of({ a: 1 })).not.toBe(of({ a: '1' }))
})
