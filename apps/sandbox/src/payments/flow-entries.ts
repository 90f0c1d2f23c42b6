import { chinaDay } from './china-time.ts'
import type { Transfer } from './transfer.ts'

/** One line of what moved in a merchant's account: a transfer that left, or one that came back. */
export interface FlowEntry {
  way: 'out' | 'back'
  at: Date
  amountFen: number
  transfer: Pick<Transfer, 'transferNo' | 'channelNo' | 'payeeName' | 'remark'>
}

function entriesOf(transfer: Transfer): FlowEntry[] {
  const { paidAt, endedAt, amountFen } = transfer
  if (paidAt === null) return []
  const out: FlowEntry = { way: 'out', at: paidAt, amountFen, transfer }
  if (transfer.state !== 'returned' || endedAt === null) return [out]
  return [out, { way: 'back', at: endedAt, amountFen, transfer }]
}

/** What really moved on a day of China's calendar, in its order. */
export function flowEntries(transfers: Iterable<Transfer>, day: string): FlowEntry[] {
  return [...transfers]
    .flatMap(entriesOf)
    .filter(({ at }) => chinaDay(at) === day)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

const strayEntry = (day: string): FlowEntry => ({
  way: 'out',
  at: new Date(`${day}T12:34:56+08:00`),
  amountFen: 1234,
  transfer: {
    transferNo: `STRAYOUT${day.replaceAll('-', '')}`,
    channelNo: `8${day.replaceAll('-', '')}00000000000000000000001`,
    payeeName: '沙盒',
    remark: '沙盒多出的一笔转账',
  },
})

/** What the bill says of it: the same, but for the faults that were asked for. */
export function billedFlow(transfers: Iterable<Transfer>, day: string, faults: readonly string[]): FlowEntry[] {
  const entries = flowEntries(transfers, day)
  const [first] = entries
  if (faults.includes('bill-wrong-amount') && first) entries[0] = { ...first, amountFen: first.amountFen + 1 }
  if (faults.includes('bill-missing-row')) entries.pop()
  if (faults.includes('bill-extra-row')) entries.push(strayEntry(day))
  return entries
}

/** Sum and count of one way. */
export function flowSum(entries: readonly FlowEntry[], way: FlowEntry['way']): { count: number; fen: number } {
  const own = entries.filter((entry) => entry.way === way)
  return { count: own.length, fen: own.reduce((total, { amountFen }) => total + amountFen, 0) }
}
