import { abnormalReasons } from '@mozhou/contracts/orders/kinds'
import { expect, it } from 'vitest'
import { resolutionsFor } from './abnormal-rules.ts'

const quiet = { heldPayments: 0, isPaid: false, hasStuckRefund: false }

it('offers nothing for an order that needs nobody', () => {
  expect(resolutionsFor({ ...quiet, reason: null, heldPayments: 1 })).toEqual([])
})

it.each([
  [{ ...quiet, heldPayments: 1 }, ['refund', 'accept', 'settled_elsewhere']],
  [{ ...quiet, heldPayments: 2 }, ['refund', 'settled_elsewhere']],
  // One payment of an order counts: what else arrived cannot.
  [{ ...quiet, heldPayments: 1, isPaid: true }, ['refund', 'settled_elsewhere']],
  [{ ...quiet, isPaid: true, hasStuckRefund: true }, ['settled_elsewhere']],
  [quiet, ['settled_elsewhere', 'seen']],
])('%j leaves %j', (facts, expected) => {
  for (const reason of abnormalReasons) expect(resolutionsFor({ ...facts, reason })).toEqual(expected)
})
