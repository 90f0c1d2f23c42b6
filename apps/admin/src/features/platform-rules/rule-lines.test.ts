import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import { expect, it } from 'vitest'
import { inForce, isOverridden, ruleLines } from './rule-lines.ts'

const change = (more: Partial<PlatformRuleChangeDto>): PlatformRuleChangeDto => ({
  number: 1,
  code: 'words.contact_details',
  platform: null,
  difference: { severity: 'warn' },
  reason: '平台放宽',
  changedBy: 'yunying',
  since: '2026-11-30T00:00:00.000Z',
  ...more,
})
const line = (changes: PlatformRuleChangeDto[], code = 'words.contact_details') =>
  ruleLines('douyin', changes).find(({ rule }) => rule.code === code)

it('has every rule of the platform and none of others, those that were changed first', () => {
  const lines = ruleLines('douyin', [change({})])
  expect(lines[0]?.rule.code).toBe('words.contact_details')
  expect(lines.filter(isOverridden)).toHaveLength(1)
  expect(lines.every(({ rule }) => rule.platforms.includes('douyin'))).toBe(true)
})

it('lets what is changed on this platform stand before what is changed on all', () => {
  const found = line([change({}), change({ number: 2, platform: 'douyin', difference: { isOff: true } })])
  expect(found && inForce(found)).toMatchObject({ isOff: true, severity: 'warn' })
  const other = line([change({ platform: 'kuaishou' })])
  expect(other && isOverridden(other)).toBe(false)
})

it('shows a rule that was taken back as the product brings it', () => {
  const found = line([change({ difference: null })])
  expect(found && [isOverridden(found), inForce(found).severity]).toEqual([false, 'block'])
  expect(found?.last).toEqual({ all: 1, one: 0 })
})

it('tells "no bound" from "as it was"', () => {
  const code = 'douyin.title.max.image_text'
  const found = line([change({ code, difference: { soft: null } })], code)
  expect(found && inForce(found)).toMatchObject({ soft: null, hard: 30 })
})
