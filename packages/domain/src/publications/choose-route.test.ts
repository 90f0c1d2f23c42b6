import type { Capability } from '@mozhou/integrations/publishing/account-port'
import type { PlatformKey } from '@mozhou/platforms/platforms'
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

const piece = (platform: PlatformKey, hasAi: boolean, originUrl: string | null = 'https://a.example/1') => ({
  platform,
  hasAi,
  originUrl,
})

it('goes the best way where no AI had a part in it, for the account’s own reason', () => {
  expect(chooseRoute(piece('wechat_official', false), capability())).toEqual({ route: 'api', reason: null })
  const drafts = capability({ route: 'api_draft', otherRoutes: ['assisted'], reason: unverified })
  expect(chooseRoute(piece('wechat_official', false), drafts)).toEqual({ route: 'api_draft', reason: unverified })
  expect(chooseRoute(piece('wechat_official', true), drafts)).toEqual({ route: 'api_draft', reason: unverified })
})

it('goes by the person’s hand where only they can make the declaration, and names it', () => {
  const { route, reason } = chooseRoute(piece('wechat_official', true), capability())
  expect(route).toBe('api_draft')
  expect(reason?.zh).toContain('“创作来源：内容由 AI 生成”')
  expect(reason?.en).toContain('cannot be made by interface')
})

it('publishes itself where the account’s interface takes the declaration', () => {
  expect(chooseRoute(piece('wechat_official', true), capability({ declarable: true }))).toEqual({
    route: 'api',
    reason: null,
  })
})

it('keeps the best way for a rule to refuse where none can declare it', () => {
  expect(chooseRoute(piece('baijiahao', true), capability({ declarable: false }))).toEqual({
    route: 'api',
    reason: null,
  })
})

it('百家号 takes over its interface only what stands somewhere already, and says so', () => {
  const both = capability({ otherRoutes: ['assisted'] })
  expect(chooseRoute(piece('baijiahao', false), both)).toEqual({ route: 'api', reason: null })
  const { route, reason } = chooseRoute(piece('baijiahao', false, null), both)
  expect(route).toBe('assisted')
  expect(reason?.zh).toContain('原文链接')
  expect(chooseRoute(piece('wechat_official', false, null), both).route).toBe('api')
})
