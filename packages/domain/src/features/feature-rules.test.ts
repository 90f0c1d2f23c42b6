import { expect, it } from 'vitest'
import { accessTo } from './feature-rules.ts'

const since = new Date('2026-11-30T00:00:00.000Z')

it.each([
  [undefined, true, 'off'],
  ['off', true, 'off'],
  ['members', true, 'open'],
  ['members', false, 'members_first'],
  ['everybody', false, 'open'],
  ['everybody', true, 'open'],
] as const)('a flag that says %s gives a member (%s): %s', (state, isMember, access) => {
  expect(accessTo(state && { state, since }, isMember).access).toBe(access)
})

it('says since when members have it first', () => {
  expect(accessTo({ state: 'members', since }, false).membersSince).toBe('2026-11-30T00:00:00.000Z')
})
