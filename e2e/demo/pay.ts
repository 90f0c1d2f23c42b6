import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ApiUser } from '../support/api-client.ts'
import { priceCredits } from '../support/credits.ts'
import type { RunningStack } from '../support/env.ts'
import { payOnPhone } from '../support/pay-on-phone.ts'
import { until } from '../support/until.ts'
import { watch } from '../support/viewer.ts'
import { heading, must, ok, say } from './narrate.ts'

const rechargeFen = 5_000
const rechargeCredits = 500
const channelNames: Record<PayChannel, string> = { alipay: '支付宝', wechat: '微信支付' }

/** Money in, what came of it, and money back: each sum is compared with the ledger. */
export async function tellPayments(addresses: RunningStack, user: ApiUser): Promise<void> {
  const recharge = await rechargeAndWrite(addresses, user)
  await memberWritesFree(addresses, user)
  await takeBack(user, recharge)
}

async function rechargeAndWrite(addresses: RunningStack, user: ApiUser): Promise<OrderDto> {
  heading('充值 50 元，到账一次，再写一篇')
  const before = await credits(user)
  const order = await payFor(addresses, user, { order: await user.recharge(rechargeFen), channel: 'alipay' })
  await mustHave(user, before + rechargeCredits, '充值 500 积分到账')
  await payOnPhone(addresses.sandboxUrl, order.orderNo).then(
    () => must(false, 'the paid code could be paid again'),
    () => ok('同一个付款码再付一次：不行，也没有多到账'),
  )
  await write(user)
  await mustHave(user, before + rechargeCredits - priceCredits, '写一篇扣 10')
  return order
}

async function memberWritesFree(addresses: RunningStack, user: ApiUser): Promise<void> {
  heading('开通月度会员，生成不扣积分')
  const plans = await user.plans()
  const monthly = plans.find(({ months }) => months === 1)
  must(monthly !== undefined, 'no plan of one month is on sale')
  const bought = { order: await user.purchaseMembership(monthly.id), channel: 'wechat' } as const
  const { period } = await payFor(addresses, user, bought)
  must(period !== null, 'the order is fulfilled and opened no period')
  ok(`会员有效期至 ${new Date(period.endsAt).toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' })}`)
  const before = await credits(user)
  await write(user)
  await mustHave(user, before, '会员写一篇，余额不变')
}

/** Gifts are spent first, so nothing of the recharge was used: it comes back whole, without anybody's decision. */
async function takeBack(user: ApiUser, recharge: OrderDto): Promise<void> {
  heading('退款：七天内没用过的充值，原路全退')
  const quote = await user.refundQuote(recharge.id)
  must(quote.amountFen === rechargeFen, `¥${yuan(quote.amountFen)} would come back, not ¥${yuan(rechargeFen)}`)
  say(`  可退 ¥${yuan(quote.amountFen)}，收回 ${quote.takenCredits} 积分`)
  const before = await credits(user)
  await user.refund(recharge.id)
  await mustHave(user, before - quote.takenCredits, '充值的积分已收回')
  const startedAt = performance.now()
  const { refunds } = await until('the money is back', async () => {
    const now = await user.order(recharge.id)
    return now.status === 'refunded' ? now : null
  })
  must(refunds.length === 1, `the order has ${refunds.length} refunds, not one`)
  ok(`¥${yuan(refunds[0]?.amountFen ?? 0)} 退回支付宝，${Math.round(performance.now() - startedAt)} 毫秒`)
}

/** Paid on the sandbox's phone, and fulfilled. */
export async function payFor(
  { sandboxUrl, temporalUiUrl, temporalNamespace }: RunningStack,
  user: ApiUser,
  { order, channel }: { order: OrderDto; channel: PayChannel },
): Promise<OrderDto> {
  await user.pay(order.id, channel)
  say(`  订单 ${order.orderNo} ¥${yuan(order.payableFen)}，用${channelNames[channel]}`)
  await payOnPhone(sandboxUrl, order.orderNo)
  const startedAt = performance.now()
  const settled = await until('the order is fulfilled', async () => {
    const now = await user.order(order.id)
    return now.status === 'fulfilled' ? now : null
  })
  ok(`付款后 ${Math.round(performance.now() - startedAt)} 毫秒到账`)
  say(
    `  Temporal：${temporalUiUrl}/namespaces/${temporalNamespace}/workflows?query=${encodeURIComponent(`WorkflowId STARTS_WITH "order:"`)}`,
  )
  return settled
}

async function write(user: ApiUser): Promise<void> {
  const { creationId, generationId } = await user.generate({ topic: '把一笔账算清楚', length: 300 })
  const done = await watch(user, generationId).done(120_000)
  must(done.status === 'succeeded', `the text was not written: ${done.failure ?? done.status}`)
  const { currentVersion } = await user.creation(creationId)
  say(`  《${currentVersion?.title ?? ''}》 ${currentVersion?.wordCount ?? 0} 字`)
}

async function mustHave(user: ApiUser, expected: number, why: string): Promise<void> {
  const has = await credits(user)
  must(has === expected, `the balance is ${has} credits, not ${expected}`)
  ok(`余额 ${has} 积分（${why}）`)
}

const credits = async (user: ApiUser) => (await user.balance()).credits
export const yuan = (fen: number) => (fen / 100).toFixed(2)
