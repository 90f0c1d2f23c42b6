import { expect, it } from 'vitest'
import { locales } from '../accounts/locales.ts'
import { notificationEvent } from './events.ts'
import type { NotificationEvent } from './events.ts'
import { notificationKinds, notificationWishes } from './kinds.ts'
import { notificationPath, notificationText } from './wording.ts'

const orderId = 'ord_018f00000000700080000000000000aa'
const creationId = 'cre_018f00000000700080000000000000aa'
const order = { orderId, orderKind: 'recharge' as const, amountFen: 9_950 }
const conversation = { conversationId: 'sup_018f00000000700080000000000000aa', subject: '城市露营' }
const campaign = { campaignId: 'act_018f00000000700080000000000000aa', name: '2026-12' }
const publication = {
  publicationId: 'pub_018f00000000700080000000000000aa',
  platform: 'wechat_official' as const,
  title: '城市露营',
}
const endsAt = '2026-12-31T16:30:00.000Z'
const events: readonly NotificationEvent[] = [
  { kind: 'order_paid', params: { ...order, credits: 995, months: null } },
  { kind: 'order_closed', params: { ...order, orderKind: 'membership', credits: null, months: 3 } },
  { kind: 'order_refunded', params: order },
  { kind: 'refund_rejected', params: { ...order, reason: '2026-11' } },
  { kind: 'membership_opened', params: { endsAt } },
  { kind: 'membership_renewed', params: { endsAt } },
  { kind: 'membership_ending', params: { endsAt, days: 3 } },
  { kind: 'membership_ended', params: { endsAt } },
  { kind: 'renewal_started', params: { amountFen: 990, months: 1, chargeAt: endsAt } },
  { kind: 'renewal_due', params: { amountFen: 2_690, months: 3, chargeAt: endsAt, days: 5 } },
  { kind: 'renewal_stopped', params: { reason: 'price_raised', endsAt } },
  { kind: 'gift_expiring', params: { credits: 30, expiresAt: endsAt } },
  { kind: 'coupon_received', params: { name: '8.5', count: 2, expiresAt: endsAt } },
  { kind: 'coupon_expiring', params: { name: '8.5', expiresAt: endsAt } },
  {
    kind: 'withdrawal_confirm',
    params: { withdrawalId: 'wdr_018f00000000700080000000000000aa', amountFen: 700, channel: 'wechat', until: endsAt },
  },
  { kind: 'withdrawal_paid', params: { withdrawalId: 'wdr_018f00000000700080000000000000aa', amountFen: 700 } },
  {
    kind: 'withdrawal_ended',
    params: {
      withdrawalId: 'wdr_018f00000000700080000000000000aa',
      amountFen: 700,
      reason: 'rejected',
      note: '2026-11',
    },
  },
  { kind: 'payee_changed', params: { channel: 'wechat', accountMark: 'oUpF****WeS6' } },
  { kind: 'rebate_born', params: { form: 'credits', amount: 100, level: 1, dueAt: endsAt } },
  { kind: 'rebate_paid', params: { form: 'cash', amount: 990, level: 1 } },
  { kind: 'rebate_lost', params: { form: 'credits', amount: 20, level: 0, reason: 'refunded', wasPaid: true } },
  { kind: 'work_finished', params: { creationId, title: '城市露营', isIncomplete: false } },
  { kind: 'new_sign_in', params: { app: 'web', device: 'Chrome · macOS', ipAddress: '203.0.113.7' } },
  { kind: 'password_changed', params: { isReset: true } },
  { kind: 'email_changed', params: {} },
  { kind: 'account_closing', params: { dueAt: '2026-12-07T02:00:00.000Z' } },
  { kind: 'support_answered', params: conversation },
  { kind: 'support_closed', params: conversation },
  { kind: 'campaign_rewarded', params: { ...campaign, credits: 20, expiresAt: endsAt } },
  { kind: 'publication_published', params: { ...publication, confirmation: 'platform_confirmed' } },
  { kind: 'publication_waiting', params: { ...publication, status: 'awaiting_user', detail: null } },
  { kind: 'publication_failed', params: { ...publication, status: 'rejected', detail: null } },
  { kind: 'publication_removed', params: { ...publication, detail: null } },
  {
    kind: 'platform_account_lapsed',
    params: { accountId: 'pac_018f00000000700080000000000000aa', platform: 'douyin', name: '2026' },
  },
  { kind: 'support_asked', params: { ...conversation, username: 'reader', isMember: true } },
  { kind: 'campaign_budget_low', params: { ...campaign, percent: 80, isEnded: false } },
]
const textOf = (kind: NotificationEvent['kind'], locale: 'zh-CN' | 'en') => {
  const event = events.find((each) => each.kind === kind)
  if (!event) throw new Error(kind)
  return notificationText(locale, event)
}

it('knows where every kind goes', () => {
  expect(notificationEvent.options.map(({ shape }) => shape.kind.value)).toEqual(notificationKinds)
  expect(events.map(({ kind }) => kind)).toEqual(notificationKinds)
})

it('says every kind in both languages, with a page to go to', () => {
  for (const event of events) {
    expect(notificationEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
    expect(notificationPath(event)).toMatch(/^\/[a-z]+/)
    for (const locale of locales) {
      const { title, body, action } = notificationText(locale, event)
      for (const text of [title, body, action]) expect(text).not.toMatch(/undefined|null|NaN|^$/)
      if (locale === 'en') expect(`${title}${body}`.replace('城市露营', '')).not.toMatch(/\p{Script=Han}/u)
    }
  }
})

it('names sums, days and times as people in Shanghai read them', () => {
  expect(textOf('order_paid', 'zh-CN').title).toBe('已付款 99.50 元，995 积分已到账')
  expect(textOf('order_paid', 'en').title).toBe('¥99.50 paid: 995 credits')
  expect(textOf('order_closed', 'zh-CN').title).toContain('3 个月会员')
  expect(textOf('membership_ending', 'zh-CN').body).toContain('2027年1月1日 00:30')
  expect(textOf('membership_ending', 'en').title).toBe('Your membership ends within 3 days')
})

it('says of an order that its coupon paid whole that nothing was to be paid', () => {
  const event = { kind: 'order_paid' as const, params: { ...order, amountFen: 0, credits: 100, months: null } }
  expect(notificationText('zh-CN', event).title).toBe('不用付款，100 积分已到账')
  expect(notificationText('en', event).title).toBe('Nothing to pay: 100 credits')
})

it('names the credits that a campaign gave on top of those that were paid for', () => {
  const event = { kind: 'order_paid' as const, params: { ...order, credits: 995, months: null, bonusCredits: 30 } }
  expect(notificationText('zh-CN', event).title).toBe('已付款 99.50 元，995 积分和活动送的 30 积分已到账')
  expect(notificationText('en', event).title).toBe('¥99.50 paid: 995 credits, and 30 from a campaign')
})

it('says of a rebate that it is a coupon', () => {
  const event = { kind: 'rebate_paid' as const, params: { form: 'coupon' as const, amount: 1, level: 1 as const } }
  expect(notificationText('zh-CN', event)).toMatchObject({ title: '推广返利 1 张优惠券 已到账' })
  expect(notificationText('zh-CN', event).body).toContain('券包')
  expect(notificationText('en', event).title).toBe('Rebate paid: one coupon')
})

it('lets nobody switch off what tells of money or of a taken account', () => {
  const inApp = Object.entries(notificationWishes).flatMap(([kind, { app }]) => (app === 'always' ? [] : [kind]))
  expect(inApp).toEqual([
    'membership_ending',
    'membership_ended',
    'gift_expiring',
    'coupon_received',
    'coupon_expiring',
    'rebate_born',
    'work_finished',
    'support_answered',
    'support_closed',
    'campaign_rewarded',
    'publication_published',
    'publication_waiting',
    'publication_failed',
    'publication_removed',
    'platform_account_lapsed',
    'support_asked',
    'campaign_budget_low',
  ])
  expect(notificationWishes.password_changed.mail).toBe('always')
  expect(notificationWishes.email_changed.mail).toBe('always')
  expect(notificationWishes.renewal_due.mail).toBe('always')
})

it('names the campaign that raised a rebate, and says where its budget did not bear it any more', () => {
  const bodyOf = (isCovered: boolean) => {
    const params = { form: 'credits' as const, amount: 100, level: 1 as const, dueAt: endsAt }
    const event = { kind: 'rebate_born' as const, params: { ...params, campaign: { name: '邀请加倍', isCovered } } }
    return notificationText('zh-CN', event).body
  }
  expect(bodyOf(true)).toContain('已按活动“邀请加倍”提高')
  expect(bodyOf(false)).toContain('活动“邀请加倍”的预算已发完，这笔按平时的规则计算')
})
