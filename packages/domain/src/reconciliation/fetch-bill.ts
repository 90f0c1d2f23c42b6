import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Bill, BillRow } from '@mozhou/integrations/payments/bill'
import { channelOf } from '../payment-channels/channel-of.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { transfersOf } from '../withdrawals/transfers-of.ts'
import type { BillKey } from './bill-key.ts'
import { movementKey } from './movement-key.ts'
import { openBill } from './open-bill.ts'

/** Lines stored with one statement. */
const chunk = 1_000

/**
 * Fetches a channel's bill of a day and keeps its file and its lines; does nothing when they are here. A try that died half way is gone over
 * again: the bill counts as fetched with its last line alone.
 * @throws PaymentFailure of the channel, whose code stands at the day until a later try succeeds
 */
export async function fetchBill(
  ctx: OrdersContext,
  { signal, ...key }: BillKey & { signal?: AbortSignal },
): Promise<'fetched' | 'not_ready'> {
  const { id: billId, status, sha256 } = await openBill(ctx, key)
  if (status !== 'waiting') return 'fetched'
  const bill = await downloaded(ctx, billId, key, signal)
  if (bill === 'not_ready') {
    await noteTry(ctx, billId, 'not_ready')
    return 'not_ready'
  }
  await keepLines(ctx, billId, bill, { isSameFile: sha256 === bill.sha256 })
  const sumOf = (...kinds: readonly BillRow['kind'][]) =>
    BigInt(bill.rows.reduce((total, { kind, amountFen }) => (kinds.includes(kind) ? total + amountFen : total), 0))
  await ctx.prisma.channelBill.updateMany({
    where: { id: billId, status: 'waiting' },
    data: {
      status: 'fetched',
      lineCount: bill.rows.length,
      paidFen: sumOf('payment', 'transfer'),
      refundFen: sumOf('refund', 'transfer_return'),
      feeFen: BigInt(bill.rows.reduce((total, { feeFen }) => total + feeFen, 0)),
      problem: null,
      triedAt: ctx.clock.now(),
      fetchedAt: ctx.clock.now(),
    },
  })
  ctx.log.info({ ...key, lines: bill.rows.length }, 'a bill was fetched')
  return 'fetched'
}

async function downloaded(
  ctx: OrdersContext,
  billId: string,
  { channel, kind, day }: BillKey,
  signal?: AbortSignal,
): Promise<Bill | 'not_ready'> {
  try {
    if (kind === 'flow') return await (await transfersOf(ctx, channel)).downloadFlow(day, signal)
    return await (await channelOf(ctx, channel)).downloadBill(day, signal)
  } catch (cause) {
    if (cause instanceof PaymentFailure) await noteTry(ctx, billId, cause.details.vendorCode ?? cause.kind)
    throw cause
  }
}

/** What is in the way, for who wonders where a day's bill is. */
async function noteTry(ctx: OrdersContext, billId: string, problem: string): Promise<void> {
  await ctx.prisma.channelBill.updateMany({
    where: { id: billId, status: 'waiting' },
    data: { problem, triedAt: ctx.clock.now() },
  })
}

/** Goes on where a try that died stopped; lines of another file are not this one's. */
async function keepLines(
  ctx: OrdersContext,
  billId: string,
  { rows, file, sha256 }: Bill,
  { isSameFile }: { isSameFile: boolean },
): Promise<void> {
  if (!isSameFile) {
    await ctx.prisma.billLine.deleteMany({ where: { billId, bill: { status: 'waiting' } } })
    const data = { file: new Uint8Array(file), sha256 }
    await ctx.prisma.channelBill.updateMany({ where: { id: billId, status: 'waiting' }, data })
  }
  for (let from = 0; from < rows.length; from += chunk) {
    const data = rows
      .slice(from, from + chunk)
      .map((row, offset) => ({ ...row, billId, position: from + offset, key: movementKey(row) }))
    await ctx.prisma.billLine.createMany({ data, skipDuplicates: true })
  }
}
