import { parseId } from '@mozhou/contracts/ids'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { createSandboxChannel } from '@mozhou/integrations/payments/sandbox-channel'
import { openSandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import type { SandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import { readSandboxUrl } from '@mozhou/integrations/ai/testing/env'
import { getBalance } from '../../credits/get-balance.ts'
import { createRecharge } from '../../orders/create-order.ts'
import type { OrdersContext } from '../../orders/orders-context.ts'
import { startPayment } from '../../orders/start-payment.ts'
import { syncOrder } from '../../orders/sync-order.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { compareBill } from '../compare-bill.ts'
import { fetchBill } from '../fetch-bill.ts'
import { getBill } from '../get-bill.ts'
import { listBills } from '../list-bills.ts'

const domains: TestDomain[] = []
/** Of every shop that was opened since. */
export async function closeShops(): Promise<void> {
  await Promise.all(domains.splice(0).map((domain) => domain.close()))
}

/** The days of the scene: long past, so that no bill waits for the morning. */
export const [dayBefore, day, nextDay] = ['2026-11-21', '2026-11-22', '2026-11-23'] as const
const noon = `${day}T12:00:00+08:00`

/** A shop with a merchant and a database of its own: merchants count their transactions alike. */
export async function openShop(channel: PayChannel) {
  const domain = await createTestDomain()
  domains.push(domain)
  const merchant = await openSandboxMerchant(channel, { isBillReady: true, refundMs: 0 })
  const real = createSandboxChannel({
    sandboxUrl: readSandboxUrl(),
    channel,
    merchant: merchant.id,
    clock: { now: () => new Date() },
  })
  const ctx: OrdersContext = { ...domain.ctx, channels: { [channel]: real }, publicApiUrl: 'http://api.test' }
  const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
  return { channel, merchant, ctx, real, newPerson }
}
type Shop = Awaited<ReturnType<typeof openShop>>

export async function order({ ctx, channel, newPerson }: Shop) {
  const userId = await newPerson()
  const made = await createRecharge(ctx, { userId, amountFen: 1_000, requestKey: crypto.randomUUID() })
  const orderId = parseId('order', made.id) ?? ''
  await startPayment(ctx, { userId, orderId, channel, way: 'qr', clientIp: null, returnUrl: null })
  const credits = async () => (await getBalance(ctx, { userId })).credits
  return { userId, orderId, orderNo: made.orderNo, credits, before: await credits() }
}

export const payAt = async (merchant: SandboxMerchant, orderNo: string, at = noon, more = {}) => {
  await merchant.fail('notice-lost', { name: orderNo })
  await merchant.pay(orderNo, { at, ...more })
}

/** Paid at the channel, and known to us. */
export async function paid(shop: Shop, at = noon) {
  const made = await order(shop)
  await payAt(shop.merchant, made.orderNo, at)
  await syncOrder(shop.ctx, made)
  return made
}

export async function reconcile({ ctx, channel }: Shop, of: string = day) {
  const came = await fetchBill(ctx, { channel, kind: 'trade', day: of })
  if (came !== 'fetched') throw new Error(`the bill of ${of} is ${came}`)
  const result = await compareBill(ctx, { channel, kind: 'trade', day: of })
  const bills = await listBills(ctx, { limit: 100 })
  const billId =
    parseId(
      'channelBill',
      bills.find((bill) => bill.day === of && bill.channel === channel && bill.kind === 'trade')?.id ?? '',
    ) ?? ''
  return { ...result, bill: await getBill(ctx, { billId }) }
}
