import type { Capability } from '@mozhou/integrations/publishing/account-port'
import { expect, it } from 'vitest'
import { chooseRoute } from './choose-route.ts'

const unverified = { zh: '没有认证', en: 'not verified' }
const capability = (more: Partial<Capability> = {}): Capability => ({
  contentType: 'article',
  route: 'api',
  otherRoutes: ['api_draft', 'assisted'],
  reason: null,
  declarable: null,
  ...more,
})

it('goes the best way where no AI had a part in it, for the account’s own reason', () => {
  expect(chooseRoute('wechat_official', capability(), false)).toEqual({ route: 'api', reason: null })
  const drafts = capability({ route: 'api_draft', otherRoutes: ['assisted'], reason: unverified })
  expect(chooseRoute('wechat_official', drafts, false)).toEqual({ route: 'api_draft', reason: unverified })
  expect(chooseRoute('wechat_official', drafts, true)).toEqual({ route: 'api_draft', reason: unverified })
})

it('goes by the person’s hand where only they can make the declaration, and names it', () => {
  const { route, reason } = chooseRoute('wechat_official', capability(), true)
  expect(route).toBe('api_draft')
  expect(reason?.zh).toContain('“创作来源：内容由 AI 生成”')
  expect(reason?.en).toContain('cannot be made by interface')
})

it('publishes itself where the account’s interface takes the declaration', () => {
  expect(chooseRoute('wechat_official', capability({ declarable: true }), true)).toEqual({ route: 'api', reason: null })
})

it('keeps the best way for a rule to refuse where none can declare it', () => {
  expect(chooseRoute('baijiahao', capability({ declarable: false }), true)).toEqual({ route: 'api', reason: null })
})
