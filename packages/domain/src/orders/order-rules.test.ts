import { orderStatuses } from '@mozhou/contracts/orders/kinds'
import { expect, it } from 'vitest'
import { decidePayment, newOrderNo } from './order-rules.ts'

const paid = { amountFen: 1_000, currency: 'CNY' }

it('gives what was paid for once, and sends every other payment back', () => {
  expect(orderStatuses.map((status) => decidePayment({ status, payableFen: 1_000 }, paid))).toEqual([
    { kind: 'fulfil' },
    { kind: 'surplus', reason: 'paid_twice' },
    { kind: 'surplus', reason: 'paid_after_close' },
    { kind: 'surplus', reason: 'paid_twice' },
    { kind: 'surplus', reason: 'paid_twice' },
  ])
})

it('gives nothing for a fen less, a fen more or another currency', () => {
  const order = { status: 'pending', payableFen: 1_000 } as const
  for (const payment of [
    { ...paid, amountFen: 999 },
    { ...paid, amountFen: 1_001 },
    { ...paid, currency: 'USD' },
  ])
    expect(decidePayment(order, payment)).toEqual({ kind: 'mismatch' })
})

it('numbers orders by the moment in Shanghai', () => {
  expect(newOrderNo(new Date('2026-11-29T18:03:04.567Z'), () => 'ABCDEFGHJK')).toBe('MZ20261130020304ABCDEFGHJK')
})
