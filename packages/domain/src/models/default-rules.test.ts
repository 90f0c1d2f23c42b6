import { expect, it } from 'vitest'
import { unfitFields, whyNotKeptDefault } from './default-rules.ts'

const now = new Date('2026-11-23T00:00:00Z')
const fit = { isEnabled: true, isMembersOnly: false, shutdownAt: null }
const ended = { ...fit, shutdownAt: '2026-11-23T00:00:00.000Z' }
const ending = { ...fit, shutdownAt: '2026-11-23T00:00:00.001Z' }

it('names what is in the way, from the instant of the shutdown on', () => {
  expect(unfitFields(fit, now)).toEqual([])
  expect(unfitFields(ending, now)).toEqual([])
  expect(unfitFields(ended, now)).toEqual(['shutdownAt'])
  expect(unfitFields({ ...ended, isEnabled: false, isMembersOnly: true }, now)).toEqual([
    'isEnabled',
    'isMembersOnly',
    'shutdownAt',
  ])
})

it('refuses what a change breaks, not what was broken before', () => {
  expect(whyNotKeptDefault(fit, { isEnabled: false }, now)).toBe('isEnabled')
  expect(whyNotKeptDefault(fit, ended, now)).toBe('shutdownAt')
  expect(whyNotKeptDefault(fit, ending, now)).toBeNull()
  expect(whyNotKeptDefault(fit, {}, now)).toBeNull()
  expect(whyNotKeptDefault(ended, ended, now)).toBeNull()
  expect(whyNotKeptDefault(ended, { shutdownAt: null, isMembersOnly: true }, now)).toBe('isMembersOnly')
})
