import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LotEntry } from './lots.ts'
import { allocate } from './lots.ts'

const day = 86_400_000
const at = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * day)
let made = 0
const entry = (kind: LotEntry['kind'], amount: number, changes: Partial<LotEntry> = {}): LotEntry => {
  made += 1
  return {
    id: `e${made}`,
    kind,
    amount,
    reversesId: null,
    reference: { type: 'test', id: `r${made}` },
    createdAt: at(made / 1_000),
    ...changes,
  }
}
const ofOrder = (id: string) => ({ reference: { type: 'order', id } })
const left = (entries: LotEntry[]) =>
  Object.fromEntries(allocate(entries).lots.map((lot) => [lot.kind === 'order' ? lot.id : 'gift', lot.left]))

it('spends gifts before what was paid for, the soonest to expire first, and the oldest order first', () => {
  const late = entry('gift_campaign', 10, { expiresAt: at(30) })
  const soon = entry('gift_campaign', 10, { expiresAt: at(10) })
  const plain = entry('gift_signup', 50)
  const orders = [entry('recharge', 100, ofOrder('a')), entry('recharge', 100, ofOrder('b'))]
  const given = [late, ...orders, plain, soon]
  const leftOf = (spent: number) => {
    const { lots } = allocate([...given, entry('consume', -spent)])
    return [soon.id, late.id, plain.id, 'a', 'b'].map((id) => lots.find((lot) => lot.id === id)?.left)
  }
  expect(leftOf(5)).toEqual([5, 10, 50, 100, 100])
  expect(leftOf(15)).toEqual([0, 5, 50, 100, 100])
  expect(leftOf(80)).toEqual([0, 0, 0, 90, 100])
  expect(leftOf(180)).toEqual([0, 0, 0, 0, 90])
})

it('holds what was paid for and what came with it in one lot', () => {
  const order = ofOrder('a')
  const { lots } = allocate([
    entry('recharge', 1_000, order),
    entry('recharge_bonus', 500, order),
    entry('consume', -300),
  ])
  expect(lots).toMatchObject([{ id: 'a', kind: 'order', given: 1_500, left: 1_200, expiresAt: null }])
})

it('gives a refund back to where its charge drew from, and time to spend it where that has expired', () => {
  const gift = entry('gift_campaign', 6, { expiresAt: at(10), createdAt: at(0) })
  const charge = entry('consume', -10, { createdAt: at(1) })
  const before = [gift, entry('recharge', 100, { ...ofOrder('a'), createdAt: at(0.5) }), charge]
  const refund = entry('refund', 10, { reversesId: charge.id, createdAt: at(20) })
  expect(left(before)).toEqual({ gift: 0, a: 96 })
  const { lots } = allocate([...before, refund])
  expect(lots).toMatchObject([
    { kind: 'gift', left: 6, expiresAt: at(27) },
    { id: 'a', left: 100 },
  ])
  const part = entry('refund', 5, { reversesId: charge.id, createdAt: at(2) })
  expect(left([...before, part])).toEqual({ gift: 1, a: 100 })
})

it('takes a clawback from its order first, the rest from others, and what is missing is a debt that the next credits work off', () => {
  const orders = [entry('recharge', 100, ofOrder('a')), entry('recharge', 50, ofOrder('b'))]
  expect(left([...orders, entry('clawback_recharge', -50, ofOrder('b'))])).toEqual({ a: 100, b: 0 })
  const spent = [...orders, entry('consume', -120), entry('clawback_recharge', -100, ofOrder('a'))]
  expect(allocate(spent)).toMatchObject({ debt: 70, lots: [{ left: 0 }, { left: 0 }] })
  expect(allocate([...spent, entry('recharge', 100, ofOrder('c'))])).toMatchObject({
    debt: 0,
    lots: [{}, {}, { left: 30 }],
  })
})

it('takes an expiry from the gift that expires', () => {
  const gift = entry('gift_campaign', 10, { expiresAt: at(10) })
  const other = entry('gift_campaign', 10, { expiresAt: at(5) })
  const expiry = entry('gift_expired', -10, { reference: { type: 'entry', id: gift.id } })
  expect(allocate([gift, other, expiry]).lots).toMatchObject([
    { id: gift.id, left: 0 },
    { id: other.id, left: 10 },
  ])
})

it('always adds up to the balance, and no lot is ever below nothing or above what it was given', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('recharge' as const), amount: fc.integer({ min: 1, max: 100 }), order: fc.nat(5) }),
    fc.record({
      do: fc.constant('gift' as const),
      amount: fc.integer({ min: 1, max: 50 }),
      days: fc.option(fc.nat(40)),
    }),
    fc.record({ do: fc.constant('spend' as const), amount: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ do: fc.constant('refund' as const), pick: fc.nat(20), part: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant('claw' as const), amount: fc.integer({ min: 1, max: 80 }), order: fc.nat(5) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const entries: LotEntry[] = []
      const refunded = new Set<string>()
      let balance = 0
      const push = (one: LotEntry) => {
        entries.push(one)
        balance += one.amount
      }
      for (const each of steps) {
        if (each.do === 'recharge') push(entry('recharge', each.amount, ofOrder(`o${each.order}`)))
        if (each.do === 'gift')
          push(entry('gift_campaign', each.amount, { expiresAt: each.days === null ? null : at(each.days) }))
        if (each.do === 'spend' && balance >= each.amount) push(entry('consume', -each.amount))
        if (each.do === 'claw') push(entry('clawback_recharge', -each.amount, ofOrder(`o${each.order}`)))
        if (each.do !== 'refund') continue
        const charges = entries.filter(({ kind, id }) => kind === 'consume' && !refunded.has(id))
        const charge = charges[each.pick % Math.max(1, charges.length)]
        if (!charge) continue
        refunded.add(charge.id)
        push(entry('refund', Math.ceil(-charge.amount / each.part), { reversesId: charge.id }))
      }
      const { lots, debt } = allocate(entries)
      expect(lots.reduce((sum, lot) => sum + lot.left, 0) - debt).toBe(balance)
      for (const lot of lots) {
        expect(lot.left).toBeGreaterThanOrEqual(0)
        expect(lot.left).toBeLessThanOrEqual(lot.given)
      }
    }),
    propertyRounds(300),
  )
})
