import { abnormalReasons } from '@mozhou/contracts/orders/kinds'
import { expect, it } from 'vitest'
import { resolutionsFor, stuckRefunds } from './abnormal-rules.ts'

const quiet = { heldPayments: 0, isPaid: false, hasStuckRefund: false, mayRefundAgain: false }

it('offers nothing for an order that needs nobody', () => {
  expect(resolutionsFor({ ...quiet, reason: null, heldPayments: 1 })).toEqual([])
})

it.each([
  [{ ...quiet, heldPayments: 1 }, ['refund', 'accept', 'settled_elsewhere']],
  [{ ...quiet, heldPayments: 2 }, ['refund', 'settled_elsewhere']],
  // One payment of an order counts: what else arrived cannot.
  [{ ...quiet, heldPayments: 1, isPaid: true }, ['refund', 'settled_elsewhere']],
  [{ ...quiet, isPaid: true, hasStuckRefund: true }, ['settled_elsewhere']],
  [{ ...quiet, isPaid: true, hasStuckRefund: true, mayRefundAgain: true }, ['refund_again', 'settled_elsewhere']],
  [quiet, ['settled_elsewhere', 'seen']],
])('%j leaves %j', (facts, expected) => {
  for (const reason of abnormalReasons) expect(resolutionsFor({ ...facts, reason })).toEqual(expected)
})

it('owes again what is stuck, and not what was made since, is under way, or may be asked for', () => {
  const of = (paymentId: string, kind: string, status: string) => ({ paymentId, kind, status })
  const stuck = [of('a', 'request', 'abnormal'), of('b', 'surplus', 'failed'), of('c', 'surplus', 'abnormal')]
  expect(stuckRefunds(stuck)).toEqual(stuck)
  expect(stuckRefunds([of('a', 'request', 'failed'), of('b', 'surplus', 'submitted')])).toEqual([])
  expect(stuckRefunds([...stuck, of('b', 'surplus', 'succeeded')])).toEqual([stuck[0], stuck[2]])
})
