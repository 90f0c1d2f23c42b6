import { postEntry } from '../../credits/post-entry.ts'
import { reverseEntry } from '../../credits/reverse-entry.ts'
import { advanceRefund } from '../advance-refund.ts'
import { quoteRefund } from '../quote-refund.ts'
import { requestRefund } from '../request-refund.ts'
import type { Bought, Shop } from './shop.ts'

const key = () => crypto.randomUUID()

/** What tests of refunds do, in a shop. */
export function refundActs(shop: Shop) {
  /** Gifts are spent before what was paid for. */
  const spend = async (userId: string, amount: number, generation: string = key()) => {
    const charge = `charge:${generation}`
    const reference = { type: 'test', id: generation }
    await postEntry(shop.ctx, { key: charge, kind: 'consume', userId, unit: 'credits', amount: -amount, reference })
    return () => reverseEntry(shop.ctx, { key: `refund:${generation}`, originalKey: charge, kind: 'refund' })
  }
  /** A recharge whose person has nothing else to spend. */
  async function onlyRecharge(amountFen: number): Promise<Bought> {
    const bought = await shop.recharge(amountFen)
    const gift = (await shop.creditsOf(bought.userId)) - amountFen / 10
    if (gift > 0) await spend(bought.userId, gift)
    return bought
  }
  const quote = (bought: Bought) => quoteRefund(shop.ctx, bought)
  const confirm = async (bought: Bought, requestKey = key()) => {
    const { amountFen, takenCredits } = await quote(bought)
    return requestRefund(shop.ctx, { ...bought, amountFen, takenCredits, requestKey })
  }
  const numberOf = async (refundId: string) =>
    (await shop.ctx.prisma.moneyRefund.findUniqueOrThrow({ where: { id: refundId } })).refundNo
  /** The channel has made up its mind. */
  async function settle(refundId: string, state: 'succeeded' | 'failed' | 'abnormal' = 'succeeded') {
    await advanceRefund(shop.ctx, { refundId })
    const refundNo = await numberOf(refundId)
    const played = shop.alipay.refunds.get(refundNo)
    shop.alipay.refunds.set(refundNo, { refundFen: 0, asked: 1, ...played, state })
    return advanceRefund(shop.ctx, { refundId })
  }
  const clawbacks = (orderId: string) =>
    shop.ctx.prisma.creditEntry.findMany({
      where: { referenceType: 'order', referenceId: orderId, kind: { startsWith: 'clawback' } },
      orderBy: { sequence: 'asc' },
      select: { kind: true, amount: true },
    })
  const finance = async () => ({ userId: await shop.newPerson(), requestId: 'test' })

  const confirmed = (bought: Bought, amountFen: number, takenCredits: number, requestKey = key()) =>
    requestRefund(shop.ctx, { ...bought, amountFen, takenCredits, requestKey })
  return { spend, onlyRecharge, quote, confirm, confirmed, numberOf, settle, clawbacks, finance }
}
