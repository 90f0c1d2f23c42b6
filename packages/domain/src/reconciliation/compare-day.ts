import type { FindingKind, MovementKind } from '@mozhou/contracts/reconciliation/kinds'

/** A line of a channel's bill. */
export interface BillMovement {
  key: string
  kind: MovementKind
  orderNo: string
  refundNo: string | null
  transactionId: string
  amountFen: number
  at: Date
}

/** Money that our books say has moved. */
export interface OurMovement extends BillMovement {
  /** The day on Shanghai's calendar on which it moved, as far as we were told. */
  day: string
  /** `made`: the channel said so; `open`: asked for, nobody knows yet; `none`: by our books no money moved. */
  state: 'made' | 'open' | 'none'
}

export interface DayBooks {
  day: string
  previousDay: string
  lines: readonly BillMovement[]
  /** Ours of this day and of the one before, and whatever of ours the lines name, each once. */
  ours: readonly OurMovement[]
  /** Keys that stand in bills of other days. */
  billedElsewhere: ReadonlySet<string>
  /** Whether the bills of the neighbours are here: what one day lacks may stand in the next. */
  isPreviousHere: boolean
  isNextHere: boolean
}

export interface Difference {
  kind: FindingKind
  key: string
  movement: MovementKind
  /** Of which day it is a finding. */
  day: string
  orderNo: string
  refundNo: string | null
  transactionId: string
  ourFen: number | null
  theirFen: number | null
  at: Date
}

export interface DayComparison {
  matched: number
  /** Of this day: waits for the bill of the next one. */
  rolled: number
  differences: Difference[]
}

/**
 * Compares a day's bill with our books. Both sides are told by key and not by day, so that a payment a second before midnight is no difference
 * whichever day each side gives it. What only we have waits for the next day's bill before it is one. Amounts are compared to the fen.
 */
export function compareDay(books: DayBooks): DayComparison {
  const { day, lines, ours } = books
  const ourOf = new Map(ours.map((movement) => [movement.key, movement]))
  const billed = sumPerKey(lines)
  const differences: Difference[] = []
  let matched = 0
  for (const line of billed.values()) {
    const our = ourOf.get(line.key)
    const kind = our ? differenceOf(line, our) : 'missing_here'
    if (kind === null) matched += 1
    else differences.push(toDifference(kind, day, line, { ourFen: our?.amountFen ?? null, theirFen: line.amountFen }))
  }
  const { missing, rolled } = judgeOurs(books, billed)
  const lacked = missing.map((our) =>
    toDifference('missing_there', our.day, our, { ourFen: our.amountFen, theirFen: null }),
  )
  return { matched, rolled, differences: [...differences, ...lacked] }
}

function differenceOf(line: BillMovement, our: OurMovement): FindingKind | null {
  if (line.orderNo !== our.orderNo) return 'order_differs'
  if (line.amountFen !== our.amountFen) return 'amount_differs'
  // The bill dates a refund by its acceptance: one whose end is not known yet may stand in it.
  return our.state === 'none' ? 'status_differs' : null
}

/** What should stand in some bill and does in none: a difference once both days' bills are here, else it waits. */
function judgeOurs(
  { day, previousDay, ours, billedElsewhere, ...here }: DayBooks,
  billed: ReadonlyMap<string, BillMovement>,
) {
  const lacking = ours.filter(({ key, state }) => state === 'made' && !billed.has(key) && !billedElsewhere.has(key))
  const ofDay = lacking.filter((our) => our.day === day)
  const ofPrevious = here.isPreviousHere ? lacking.filter((our) => our.day === previousDay) : []
  return {
    missing: [...ofPrevious, ...(here.isNextHere ? ofDay : [])],
    rolled: here.isNextHere ? 0 : ofDay.length,
  }
}

/** What stands in several lines counts as their sum: money that the channel wrote twice is too much, not another payment. */
function sumPerKey(lines: readonly BillMovement[]): ReadonlyMap<string, BillMovement> {
  const sums = new Map<string, BillMovement>()
  for (const line of lines) {
    const before = sums.get(line.key)
    sums.set(line.key, before ? { ...before, amountFen: before.amountFen + line.amountFen } : line)
  }
  return sums
}

function toDifference(
  kind: FindingKind,
  day: string,
  { key, kind: movement, orderNo, refundNo, transactionId, at }: BillMovement,
  amounts: Pick<Difference, 'ourFen' | 'theirFen'>,
): Difference {
  return { kind, key, movement, day, orderNo, refundNo, transactionId, at, ...amounts }
}
