import { parseId } from '@mozhou/contracts/ids'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { readSandboxUrl } from '@mozhou/integrations/ai/testing/env'
import { createSandboxChannel } from '@mozhou/integrations/payments/sandbox-channel'
import { openSandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import { noTransfer } from '@mozhou/integrations/payments/transfers'
import type { Transfer } from '@mozhou/integrations/payments/transfers'
import { afterEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { approveWithdrawal } from '../withdrawals/approve-withdrawal.ts'
import { askTransfer } from '../withdrawals/ask-transfer.ts'
import { openPayouts } from '../withdrawals/testing/payouts.ts'
import type { Payouts } from '../withdrawals/testing/payouts.ts'
import { compareBill } from './compare-bill.ts'
import { fetchBill } from './fetch-bill.ts'
import { getBill } from './get-bill.ts'
import { listBills } from './list-bills.ts'

const opened: Payouts[] = []
afterEach(async () => {
  for (const { domain, ctx } of opened.splice(0)) {
    const { checks } = await auditLedger(ctx, { accounts: 3, entries: 4, generations: 1 })
    // The cash here is of rebates that nobody earned.
    expect(checks.filter(({ check, isPassed }) => !isPassed && check !== 'rebates_equal_entries')).toEqual([])
    await domain.close()
  }
})

const [day, nextDay] = ['2026-11-22', '2026-11-23'] as const
const noon = `${day}T12:00:00+08:00`

/** A platform whose transfers a channel of the sandbox carries out, with a merchant of its own. */
async function openShop(channel: PayChannel) {
  const merchant = await openSandboxMerchant(channel, { isBillReady: true })
  const clock = { now: () => new Date() }
  const real = createSandboxChannel({ sandboxUrl: readSandboxUrl(), channel, merchant: merchant.id, clock })
  /** What it says of a transfer when it is asked, where that is not what happened there. */
  const sayings = new Map<string, (known: Transfer) => Transfer>()
  const transfers = real.transfers && {
    ...real.transfers,
    query: async (transferNo: string) => {
      const known = await real.transfers?.query(transferNo)
      return (sayings.get(transferNo) ?? ((as: Transfer) => as))(known ?? noTransfer)
    },
  }
  const payouts = await openPayouts({ [channel]: { ...real, ...(transfers && { transfers }) } })
  opened.push(payouts)
  const ctx: OrdersContext = { ...payouts.domain.ctx, ...payouts.ctx }
  /** Arrived at the channel; `isHeard`: and we know. */
  async function pay(amountFen: number, at = noon, { isHeard = true } = {}) {
    const userId = await payouts.earner(amountFen, channel)
    const withdrawalId = await payouts.request(userId, amountFen)
    await approveWithdrawal(ctx, { withdrawalId })
    const { transferNo } = await payouts.stand(withdrawalId)
    if (!isHeard) await merchant.fail('error-after-commit', { name: transferNo })
    await payouts.send(withdrawalId)
    if (channel === 'wechat') await merchant.act('transfer', { transfer: transferNo, act: 'take' })
    await merchant.act('redate', { transfer: transferNo, at })
    if (isHeard) {
      await askTransfer(ctx, { withdrawalId })
      await ctx.prisma.withdrawalTransfer.update({ where: { transferNo }, data: { endedAt: new Date(at) } })
    }
    return { userId, withdrawalId, transferNo }
  }
  async function reconcile(of: string = day) {
    const key = { channel, kind: 'flow' as const, day: of }
    expect(await fetchBill(ctx, key)).toBe('fetched')
    const { open } = await compareBill(ctx, key)
    const bills = await listBills(ctx, { kind: 'flow', channel, from: of, to: of })
    return { open, bill: await getBill(ctx, { billId: parseId('channelBill', bills[0]?.id ?? '') ?? '' }) }
  }
  return { merchant, payouts, ctx, pay, reconcile, sayings }
}

describe.each(['alipay', 'wechat'] as const)('the flow of %s', (channel) => {
  it('66: is what the rows and the ledger say has left, to the fen', async () => {
    const { payouts, ctx, pay, reconcile } = await openShop(channel)
    await payouts.rules({ taxPolicy: 'per_payment' })
    await pay(1_050)
    await pay(100_000, `${day}T23:59:59+08:00`)
    const { open, bill } = await reconcile()
    expect(open).toBe(0)
    expect(bill).toMatchObject({ kind: 'flow', status: 'compared', lineCount: 2, matched: 2, rolled: 0, items: [] })
    const rows = await ctx.prisma.withdrawal.aggregate({ where: { status: 'paid' }, _sum: { netFen: true } })
    expect(bill.paidFen).toBe(rows._sum.netFen)
    expect(bill.paidFen).toBe(await payouts.platform('paid_out'))
    expect(bill.paidFen).toBe(1_050 + 96_000)
  })

  it('lacks a transfer of ours: waited for by a day, then named', async () => {
    const { merchant, pay, reconcile } = await openShop(channel)
    const { transferNo, withdrawalId } = await pay(1_000)
    await merchant.fail('bill-missing-row')
    expect((await reconcile()).bill).toMatchObject({ rolled: 1, items: [] })
    expect((await reconcile(nextDay)).open).toBe(1)
    const [finding] = (await reconcile()).bill.items
    expect(finding).toMatchObject({
      kind: 'missing_there',
      movement: 'transfer',
      orderNo: transferNo,
      ourFen: 1_000,
      theirFen: null,
      orderId: null,
    })
    expect(parseId('withdrawal', finding?.withdrawalId ?? '')).toBe(withdrawalId)
  })

  it('has one that nobody here sent, which stays open for finance', async () => {
    const { merchant, pay, reconcile } = await openShop(channel)
    await pay(1_000)
    await merchant.fail('bill-extra-row')
    const { open, bill } = await reconcile()
    expect(open).toBe(1)
    expect(bill.items).toMatchObject([
      { kind: 'missing_here', movement: 'transfer', orderNo: 'STRAYOUT20261122', theirFen: 1_234, withdrawalId: null },
    ])
  })

  it('differs by a fen', async () => {
    const { merchant, pay, reconcile } = await openShop(channel)
    const { transferNo } = await pay(1_000)
    await merchant.fail('bill-wrong-amount')
    expect((await reconcile()).bill.items).toMatchObject([
      { kind: 'amount_differs', orderNo: transferNo, ourFen: 1_000, theirFen: 1_001, resolution: null },
    ])
  })

  it('names one that left where our books say that nothing did', async () => {
    const { ctx, pay, reconcile } = await openShop(channel)
    const { transferNo } = await pay(1_000)
    await ctx.prisma.withdrawalTransfer.update({ where: { transferNo }, data: { status: 'failed' } })
    expect((await reconcile()).bill.items).toMatchObject([
      { kind: 'status_differs', movement: 'transfer', orderNo: transferNo, resolution: null },
    ])
    await ctx.prisma.withdrawalTransfer.update({ where: { transferNo }, data: { status: 'paid' } })
  })

  it('63: proves one whose answer was lost, which the channel then confirms, once, whatever runs again', async () => {
    const { payouts, pay, reconcile } = await openShop(channel)
    const { withdrawalId } = await pay(1_000, noon, { isHeard: false })
    expect(await payouts.stand(withdrawalId)).toMatchObject({ status: 'unknown' })
    for (let turn = 0; turn < 2; turn += 1)
      expect(await reconcile()).toMatchObject({ open: 0, bill: { matched: 1, items: [] } })
    expect(await payouts.stand(withdrawalId)).toMatchObject({ status: 'paid' })
    expect(await payouts.platform('paid_out')).toBe(1_000)
  })

  it('names one that has left by the bill, and failed by what the channel says when it is asked', async () => {
    const { payouts, pay, reconcile, sayings } = await openShop(channel)
    const { userId, withdrawalId, transferNo } = await pay(1_000, noon, { isHeard: false })
    sayings.set(transferNo, (known) => ({ ...known, state: 'failed', failure: 'other' }))
    const { open, bill } = await reconcile()
    expect(open).toBe(1)
    expect(bill.items).toMatchObject([
      { kind: 'status_differs', movement: 'transfer', orderNo: transferNo, theirFen: 1_000, resolution: null },
    ])
    expect(await payouts.stand(withdrawalId)).toMatchObject({ status: 'failed' })
    expect(await payouts.cashOf(userId)).toBe(1_000)
  })

  it('is compared though the channel paid one with another sum, which is a finding, and the others are settled', async () => {
    const { merchant, payouts, pay, reconcile, sayings } = await openShop(channel)
    const first = await pay(1_000, noon, { isHeard: false })
    const second = await pay(2_000, `${day}T13:00:00+08:00`, { isHeard: false })
    await merchant.fail('bill-wrong-amount')
    sayings.set(first.transferNo, (known) => ({ ...known, amountFen: 1_001 }))
    const { bill } = await reconcile()
    expect(bill).toMatchObject({ status: 'compared', matched: 1 })
    expect(bill.items).toMatchObject([
      { kind: 'amount_differs', orderNo: first.transferNo, ourFen: 1_000, theirFen: 1_001, resolution: null },
    ])
    expect(await payouts.stand(first.withdrawalId)).toMatchObject({ status: 'unknown' })
    expect(await payouts.stand(second.withdrawalId)).toMatchObject({ status: 'paid' })
  })

  it('is compared again where the channel did not answer for one, with the others settled meanwhile', async () => {
    const { payouts, pay, reconcile, sayings } = await openShop(channel)
    const first = await pay(1_000, noon, { isHeard: false })
    const second = await pay(2_000, `${day}T13:00:00+08:00`, { isHeard: false })
    sayings.set(first.transferNo, () => {
      throw new PaymentFailure('unavailable', { channel })
    })
    await expect(reconcile()).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await payouts.stand(second.withdrawalId)).toMatchObject({ status: 'paid' })
    sayings.clear()
    expect((await reconcile()).bill).toMatchObject({ status: 'compared', matched: 2, items: [] })
    expect(await payouts.stand(first.withdrawalId)).toMatchObject({ status: 'paid' })
  })
})

it('has what came back at Alipay, which its person has again, and says so where nobody could tell us at first', async () => {
  const { merchant, payouts, ctx, pay, reconcile, sayings } = await openShop('alipay')
  const { userId, withdrawalId, transferNo } = await pay(1_000)
  await merchant.act('transfer', { transfer: transferNo, act: 'return' })
  await merchant.act('redate', { transfer: transferNo, at: `${nextDay}T09:00:00+08:00` })
  expect((await reconcile()).bill).toMatchObject({ matched: 1, items: [] })
  sayings.set(transferNo, () => {
    throw new PaymentFailure('unavailable', { channel: 'alipay' })
  })
  await expect(reconcile(nextDay)).rejects.toMatchObject({ kind: 'unavailable' })
  sayings.clear()
  const { open, bill } = await reconcile(nextDay)
  expect(open).toBe(0)
  expect(bill).toMatchObject({ paidFen: 0, refundFen: 1_000 })
  expect(bill.items).toMatchObject([
    {
      kind: 'missing_here',
      movement: 'transfer_return',
      orderNo: transferNo,
      theirFen: 1_000,
      resolution: 'given_back',
    },
  ])
  expect(await payouts.stand(withdrawalId)).toMatchObject({ status: 'failed', endReason: 'returned' })
  expect(await payouts.cashOf(userId)).toBe(1_000)
  expect(await payouts.platform('paid_out')).toBe(0)
  // Heard of before the bill, it is no finding.
  const at = new Date(`${nextDay}T10:00:00+08:00`)
  await ctx.prisma.withdrawalTransfer.update({ where: { transferNo }, data: { returnedAt: at } })
  expect((await reconcile(nextDay)).bill).toMatchObject({ matched: 1 })
})
