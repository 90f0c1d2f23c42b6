import { assert, boolean, constantFrom, integer, property, record, stringMatching, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDay } from './compare-day.ts'
import type { BillMovement, DayBooks, OurMovement } from './compare-day.ts'
import { movementKey } from './movement-key.ts'

const day = '2026-11-22'
const previousDay = '2026-11-21'
const at = new Date('2026-11-22T04:00:00Z')

const payment = (id: string, amountFen = 990): BillMovement => {
  const movement = { kind: 'payment' as const, transactionId: id, refundNo: null, orderNo: `MZ${id}` }
  return { ...movement, key: movementKey(movement), amountFen, at }
}
const refund = (id: string, amountFen = 500): BillMovement => {
  const movement = { kind: 'refund' as const, transactionId: `t-${id}`, refundNo: `RF${id}`, orderNo: `MZ${id}` }
  return { ...movement, key: movementKey(movement), amountFen, at }
}
const ours = (movement: BillMovement, more: Partial<OurMovement> = {}): OurMovement => ({
  ...movement,
  day,
  state: 'made',
  ...more,
})
const compare = (books: Partial<DayBooks>) =>
  compareDay({
    day,
    previousDay,
    lines: [],
    ours: [],
    billedElsewhere: new Set(),
    isPreviousHere: true,
    isNextHere: false,
    ...books,
  })
const kindsOf = (books: Partial<DayBooks>) => compare(books).differences.map(({ kind, key }) => [kind, key])

describe('a day’s bill and our books', () => {
  it('agree on a day without trades, and on one where everything stands on both sides', () => {
    expect(compare({})).toEqual({ matched: 0, rolled: 0, differences: [] })
    const lines = [payment('a'), refund('a')]
    expect(compare({ lines, ours: lines.map((line) => ours(line)) })).toEqual({
      matched: 2,
      rolled: 0,
      differences: [],
    })
  })

  it.each([
    ['only in the bill', { lines: [payment('a')] }, [['missing_here', 'payment:a']]],
    ['a fen more', { lines: [payment('a', 991)], ours: [ours(payment('a'))] }, [['amount_differs', 'payment:a']]],
    [
      'credited to another order',
      { lines: [payment('a')], ours: [ours({ ...payment('a'), orderNo: 'MZother' })] },
      [['order_differs', 'payment:a']],
    ],
    [
      'a refund that we think was refused',
      { lines: [refund('a')], ours: [ours(refund('a'), { state: 'none' })] },
      [['status_differs', 'refund:RFa']],
    ],
    [
      'a line that stands twice',
      { lines: [payment('a'), payment('a')], ours: [ours(payment('a'))] },
      [['amount_differs', 'payment:a']],
    ],
  ] as const)('differ by what is %s', (_name, books, expected) => {
    expect(kindsOf(books)).toEqual(expected)
  })

  it('agree about a refund whose end is not known yet, whether or not it is billed', () => {
    const open = ours(refund('a'), { state: 'open' })
    expect(compare({ lines: [refund('a')], ours: [open] })).toEqual({ matched: 1, rolled: 0, differences: [] })
    expect(compare({ ours: [{ ...open, day: previousDay }], isNextHere: true }).differences).toEqual([])
  })
})

describe('what only we have', () => {
  const late = ours(payment('late'))

  it('waits for the bill of the next day, and is a finding of its own day when that lacks it too', () => {
    expect(compare({ ours: [late] })).toEqual({ matched: 0, rolled: 1, differences: [] })
    const [found] = compareDay({ ...nextDay, ours: [late] }).differences
    expect(found).toMatchObject({ kind: 'missing_there', day, ourFen: 990, theirFen: null })
  })

  it('is no finding where the next day’s bill has it', () => {
    expect(compareDay({ ...nextDay, ours: [late], lines: [late] })).toEqual({ matched: 1, rolled: 0, differences: [] })
    expect(compare({ ours: [late], isNextHere: true, billedElsewhere: new Set([late.key]) }).differences).toEqual([])
  })

  it('is judged at once when its own bill came last', () => {
    expect(kindsOf({ ours: [late], isNextHere: true })).toEqual([['missing_there', 'payment:late']])
  })

  it('of a day whose bill never came is left to that bill', () => {
    expect(compareDay({ ...nextDay, ours: [late], isPreviousHere: false }).differences).toEqual([])
  })

  const nextDay: DayBooks = {
    day: '2026-11-23',
    previousDay: day,
    lines: [],
    ours: [],
    billedElsewhere: new Set(),
    isPreviousHere: true,
    isNextHere: false,
  }
})

/** A channel and a shop that saw the same movements, each with its own day for them, and then a few faults. */
const worlds = uniqueArray(
  record({
    id: stringMatching(/^[a-z]{1,6}$/),
    amountFen: integer({ min: 1, max: 1_000_000 }),
    isRefund: boolean(),
    ourDay: constantFrom(0, 1),
    theirDay: constantFrom(0, 1),
    fault: constantFrom('none', 'none', 'none', 'lost_here', 'lost_there', 'other_amount'),
  }),
  { selector: ({ id, isRefund }) => `${id} ${isRefund}`, maxLength: 30 },
)

it('finds every fault of two days once, and nothing else, in either order of the bills', () => {
  assert(
    property(worlds, boolean(), (world, isLaterFirst) => {
      const days = [previousDay, day]
      const moves = world.map((move) => {
        const line = (move.isRefund ? refund : payment)(move.id, move.amountFen)
        const billed = move.fault === 'other_amount' ? { ...line, amountFen: line.amountFen + 1 } : line
        return { ...move, line: billed, our: ours(line, { day: days[move.ourDay] ?? day }) }
      })
      const lines = (of: number) => moves.filter(({ theirDay, fault }) => theirDay === of && fault !== 'lost_there')
      const kept = moves.filter(({ fault }) => fault !== 'lost_here').map(({ our }) => our)
      // A bill that comes late closes what was missed for want of it.
      const isBilledLater = (key: string, coming: number[]) =>
        coming.some((of) => lines(of).some(({ line }) => line.key === key))
      // The third bill is that of the day after: empty, and what the second day lacks is over then.
      const order = isLaterFirst ? [2, 1, 0] : [0, 1, 2]
      const found = order.flatMap((of, turn) => {
        const here = new Set(order.slice(0, turn))
        const elsewhere = [...here].flatMap((other) => lines(other).map(({ line }) => line.key))
        return compareDay({
          day: [previousDay, day, '2026-11-23'][of] ?? '',
          previousDay: ['2026-11-20', previousDay, day][of] ?? '',
          lines: lines(of).map(({ line }) => line),
          ours: kept,
          billedElsewhere: new Set(elsewhere),
          isPreviousHere: of === 0 || here.has(of - 1),
          isNextHere: here.has(of + 1),
        })
          .differences.filter(({ kind, key }) => kind !== 'missing_there' || !isBilledLater(key, order.slice(turn + 1)))
          .map(({ kind, key }) => `${kind} ${key}`)
      })
      const kinds = { lost_here: 'missing_here', lost_there: 'missing_there', other_amount: 'amount_differs' } as const
      const expected = moves.flatMap(({ fault, line }) => (fault === 'none' ? [] : [`${kinds[fault]} ${line.key}`]))
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
  )
})
