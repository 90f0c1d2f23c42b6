import { expect, it } from 'vitest'
import { parseInvited, rememberedCode } from './invited-by.ts'

it.each([
  [{ ref: 'ABCDEFGH' }, { ref: 'ABCDEFGH' }],
  [{ ref: ' abcdefgh ' }, { ref: 'ABCDEFGH' }],
  [{ ref: 23_456_789 }, { ref: '23456789' }],
  [{ ref: 'O0O0O0O0', next: '/credits' }, { next: '/credits' }],
  [{ ref: ['ABCDEFGH'] }, {}],
  [{}, {}],
])('the address %j means %j', (search, parsed) => {
  expect(parseInvited(search)).toEqual(parsed)
})

it.each([
  ['a=b; mz_first_touch=utm_source=x&ref=ABCDEFGH&at=2026-12-01', 'ABCDEFGH'],
  ['mz_first_touch=ref=nothing', null],
  ['mz_first_touch=at=2026-12-01', null],
  ['', null],
])('%s remembers %s', (cookies, code) => {
  expect(rememberedCode(cookies)).toBe(code)
})
