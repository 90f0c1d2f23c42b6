import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { chainHash } from './chain-hash.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'

let ledger: TestLedger
beforeAll(async () => {
  ledger = await openLedger()
})
afterAll(() => ledger.database.drop())

/** Text as PostgreSQL can hold it: no NUL, no half of a surrogate pair. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter((value) => !value.includes('\0') && value.isWellFormed())
const instant = fc.date({
  min: new Date('1969-12-31T23:59:59.001Z'),
  max: new Date('2999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

it('equals what the database computes, for any text, null fields and milliseconds', async () => {
  const userId = await ledger.addUser(1)
  const entries = fc.record({
    key: text.map((value) => `${newId()}${value}`),
    amount: fc.integer({ min: 1, max: 1_000 }),
    reference: fc.record({ type: text, id: text }),
    reason: fc.option(text, { nil: undefined }),
    actorId: fc.option(fc.constant(userId), { nil: undefined }),
    at: instant,
  })
  await fc.assert(
    fc.asyncProperty(entries, async ({ at, ...entry }) => {
      const posted = await ledger.post({ userId, ...entry }, at)
      const row = await ledger.ctx.prisma.creditEntry.findUniqueOrThrow({ where: { id: posted.id } })
      expect(row.createdAt).toEqual(at)
      expect(row.reason).toBe(entry.reason ?? null)
      expect(Buffer.from(row.hash)).toEqual(chainHash(row.previousHash, row))
    }),
    propertyRounds(150),
  )
})

it('covers the reversal', async () => {
  const userId = await ledger.addUser(50)
  const charge = await ledger.post({ userId, amount: -10 })
  const refund = await ledger.post({ userId, amount: 10, kind: 'refund', reversesId: charge.id })
  const row = await ledger.ctx.prisma.creditEntry.findUniqueOrThrow({ where: { id: refund.id } })
  expect(Buffer.from(row.hash)).toEqual(chainHash(row.previousHash, row))
  expect(Buffer.from(row.hash)).not.toEqual(chainHash(row.previousHash, { ...row, reversesId: null }))
})
