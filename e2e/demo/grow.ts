import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CheckInsDto, ParticipationDto } from '@mozhou/contracts/campaigns/answers'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { MyCodeDto, MyRebateDto } from '@mozhou/contracts/referrals/answers'
import type { Page } from '@mozhou/contracts/page'
import { createApi } from '../support/api-client.ts'
import type { ApiUser } from '../support/api-client.ts'
import type { RunningStack } from '../support/env.ts'
import { registerVerified } from '../support/mailbox.ts'
import { signInOfficer } from '../support/officer.ts'
import { until } from '../support/until.ts'
import { heading, must, ok, say } from './narrate.ts'
import { payFor, yuan } from './pay.ts'

const dayMs = 86_400_000
const friendFen = 5_000

/** A coupon, a check-in and an invitation: what is promised is given, once, and goes back where it must. */
export async function tellGrowth(addresses: RunningStack, user: ApiUser): Promise<void> {
  const operator = await signInOfficer(createApi(addresses.apiUrl), 'operator').catch(() => null)
  must(operator !== null, 'the operator of the seed cannot sign in: run npm run db:seed')
  await useCoupon(addresses, { user, operator })
  await checkIn(user, operator)
  await invite(addresses, user)
}

interface Cast {
  user: ApiUser
  operator: ApiUser
}

async function useCoupon(addresses: RunningStack, { user, operator }: Cast): Promise<void> {
  heading('领一张满 30 减 5 的券，充值时用掉')
  const { id: couponId, version } = await operator.mutate<CouponRowDto>('coupons.create', {
    name: `演示券 ${crypto.randomUUID().slice(0, 6)}`,
    kind: 'recharge',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 3_000,
    validity: { kind: 'days', days: 7 },
    totalLimit: 1,
  })
  const active = await operator.mutate<CouponRowDto>('coupons.update', { couponId, version, status: 'active' })
  const press = { couponId, requestKey: crypto.randomUUID() }
  const mine = await user.mutate<UserCouponDto>('coupons.claim', press)
  const again = await user.mutate<UserCouponDto>('coupons.claim', press)
  must(again.id === mine.id, 'the same press claimed two coupons')
  ok('领取：同一次点击再来一遍，还是同一张')
  const order = await user.recharge(3_000, mine.id)
  must(order.payableFen === 2_500, `¥${yuan(order.payableFen)} is to be paid, not ¥25.00`)
  ok('充值 30 元，应付 25 元；下单时券被这一单占住')
  const before = (await user.balance()).credits
  await payFor(addresses, user, { order, channel: 'alipay' })
  const { credits } = await user.balance()
  must(credits === before + 300, `${credits - before} credits were given, not 300`)
  const { items } = await user.query<Page<UserCouponDto>>('coupons.mine', { view: 'used' })
  must(
    items.some(({ id }) => id === mine.id),
    'the coupon was paid with and is not used',
  )
  ok('到账按原价 300 积分，券已使用')
  await operator.mutate('coupons.update', { couponId, version: active.version, status: 'ended' })
}

async function checkIn(user: ApiUser, operator: ApiUser): Promise<void> {
  heading('签到：一天一次，预算和奖励在同一步里')
  const now = Date.now()
  const { id: campaignId } = await operator.mutate<CampaignRowDto>('campaigns.create', {
    name: `演示签到 ${crypto.randomUUID().slice(0, 6)}`,
    description: '',
    startsAt: new Date(now - dayMs).toISOString(),
    endsAt: new Date(now + dayMs).toISOString(),
    budget: 10,
    rule: { kind: 'check_in', table: [2, 3], after: 'stay', milestones: [], giftDays: 30 },
    limits: { perPerson: null, perPersonDay: null },
    audience: { kind: 'all' },
  })
  await operator.mutate('campaigns.setStatus', { campaignId, status: 'running' })
  const before = (await user.balance()).credits
  const press = () =>
    user.mutate<ParticipationDto>('campaigns.participate', { campaignId, requestKey: crypto.randomUUID() })
  const both = await Promise.all([press(), press()])
  must(both.filter(({ isRepeat }) => !isRepeat).length === 1, 'two presses at once were not one check-in')
  const { credits } = await user.balance()
  must(credits === before + 2, `${credits - before} credits were given, not 2`)
  const { streak, next } = await user.query<CheckInsDto>('campaigns.checkIns', { campaignId })
  must(streak === 1 && next.credits === 3, `the streak is ${streak}, and the next day gives ${next.credits}`)
  ok('同时点两次，签到一次，得 2 积分；明天得 3 积分')
  await operator.mutate('campaigns.setStatus', { campaignId, status: 'ended' })
}

async function invite(addresses: RunningStack, user: ApiUser): Promise<void> {
  heading('邀请一位朋友：付款后返利待发放，退款后取消')
  const { code, link, offer } = await user.query<MyCodeDto>('referrals.myCode')
  say(`  ${link}`)
  must(offer?.form === 'credits', `rebates are ${offer?.form ?? 'off'} here: this chapter is told of credits`)
  const friend = await registerFriend(addresses, code)
  const rebates = async () => (await user.query<Page<MyRebateDto>>('referrals.rebates', {})).items
  must((await rebates()).length === 0, 'a registration alone was paid for')
  ok('只注册，没有返利')
  const before = (await user.balance()).credits
  const { id: orderId } = await payFor(addresses, friend, {
    order: await friend.recharge(friendFen),
    channel: 'alipay',
  })
  const expected = Math.floor((friendFen * (offer.ratesBp[0] ?? 0)) / 100_000)
  const [rebate] = await rebates()
  must(rebate !== undefined, 'the friend has paid, and there is no rebate')
  must(rebate.state === 'pending', `the rebate is ${rebate.state} before its day`)
  must(rebate.amount === expected, `the rebate is ${rebate.amount} credits, not ${expected}`)
  const days = Math.round((Date.parse(rebate.dueAt) - Date.parse(rebate.createdAt)) / dayMs)
  must(days === offer.holdDays, `it is due after ${days} days, not ${offer.holdDays}`)
  must((await user.balance()).credits === before, 'credits were given before the day of the rebate')
  ok(`朋友付 ¥${yuan(friendFen)}，返利 ${expected} 积分，${days} 天后发放；现在余额不变`)
  await friend.refund(orderId)
  const state = await until('the rebate is settled', async () => {
    const [now] = await rebates()
    return now?.state === 'pending' ? null : now?.state
  })
  must(state === 'cancelled', `after the refund the rebate is ${state}`)
  must((await user.balance()).credits === before, 'the refund of a friend moved credits of who invited')
  ok('朋友全额退款，返利取消，双方账目都没有多出一分')
}

async function registerFriend({ apiUrl, sandboxUrl }: RunningStack, referralCode: string): Promise<ApiUser> {
  const api = createApi(apiUrl)
  const username = `friend-${crypto.randomUUID().slice(0, 8)}`
  const password = crypto.randomUUID()
  const account = { username, email: `${username}@example.com`, password, referralCode }
  const { accessToken } = await registerVerified(api, sandboxUrl, account)
  ok(`朋友 ${username} 用邀请码注册`)
  return api.as(accessToken)
}
