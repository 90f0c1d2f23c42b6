import { chinaDay } from './china-time.ts'
import type { Trade } from './trade.ts'

/** One line of a bill: money that came in, or went back. */
export interface BillEntry {
  kind: 'payment' | 'refund'
  at: Date
  amountFen: number
  feeFen: number
  trade: Trade
  refundNo: string
  refundId: string
}

/** Six in a thousand, as most merchants pay; given back with a refund. */
const feePerMille = 6

const feeOf = (amountFen: number) => Math.round((amountFen * feePerMille) / 1000)

function entriesOf(trade: Trade): BillEntry[] {
  if (trade.paidAt === null) return []
  const paidFen = trade.paidFen ?? trade.amountFen
  const base = { trade, refundNo: '', refundId: '' }
  const payment: BillEntry = { ...base, kind: 'payment', at: trade.paidAt, amountFen: paidFen, feeFen: feeOf(paidFen) }
  const refunds = trade.refunds
    .filter(({ state }) => state !== 'closed')
    .map(({ refundNo, refundId, amountFen, createdAt }): BillEntry => {
      return { kind: 'refund', at: createdAt, amountFen, feeFen: -feeOf(amountFen), trade, refundNo, refundId }
    })
  return [payment, ...refunds]
}

/** What really happened on a day of China's calendar, in its order. */
export function billEntries(trades: Iterable<Trade>, day: string): BillEntry[] {
  return [...trades]
    .flatMap(entriesOf)
    .filter(({ at }) => chinaDay(at) === day)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

function strayEntry(day: string): BillEntry {
  const at = new Date(`${day}T12:34:56+08:00`)
  const trade: Trade = {
    orderNo: `STRAY${day.replaceAll('-', '')}`,
    code: '',
    oldCodes: [],
    transactionId: `9${day.replaceAll('-', '')}0000000000000000001`,
    amountFen: 1234,
    paidFen: 1234,
    subject: '沙盒多出的一笔',
    way: 'qr',
    notifyUrl: '',
    returnUrl: null,
    createdAt: at,
    expiresAt: null,
    state: 'paid',
    paidAt: at,
    closedAt: null,
    payerId: '2088000000000001',
    refunds: [],
    terms: '',
  }
  return { kind: 'payment', at, amountFen: 1234, feeFen: 7, trade, refundNo: '', refundId: '' }
}

/** What the bill says of it: the same, but for the faults that were asked for. */
export function billedEntries(trades: Iterable<Trade>, day: string, faults: readonly string[]): BillEntry[] {
  const entries = billEntries(trades, day)
  const [first] = entries
  if (faults.includes('bill-wrong-amount') && first) entries[0] = { ...first, amountFen: first.amountFen + 1 }
  if (faults.includes('bill-missing-row')) entries.pop()
  if (faults.includes('bill-extra-row')) entries.push(strayEntry(day))
  return entries
}
