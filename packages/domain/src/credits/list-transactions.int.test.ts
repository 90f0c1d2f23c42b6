import { listTransactionsInput } from '@mozhou/contracts/credits/inputs'
import type { TransactionDto } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { listTransactions } from './list-transactions.ts'
import { reverseEntry } from './reverse-entry.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'

let ledger: TestLedger
let userId: string
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 8, minute))
const generationId = newId()

beforeAll(async () => {
  ledger = await openLedger()
  userId = await ledger.addUser()
  await ledger.post({ userId, amount: 50, kind: 'gift_signup', reference: { type: 'registration', id: userId } }, at(0))
  await ledger.post(
    { userId, amount: -10, key: `charge:${generationId}`, reference: { type: 'generation', id: generationId } },
    at(1),
  )
  // Three within one millisecond: only the id tells them apart.
  for (const amount of [1, 2, 3]) await ledger.post({ userId, amount }, at(2))
  await ledger.post({ userId, amount: 900, kind: 'rebate', unit: 'cash' }, at(3))
  await ledger.post({ userId: await ledger.addUser(), amount: 7 }, at(3))
})
afterAll(() => ledger.database.drop())

const list = (input: object = {}) => listTransactions(ledger.ctx, { ...listTransactionsInput.parse(input), userId })
const amounts = (items: TransactionDto[]) => items.map((item) => item.amount)

it('shows the newest first, only the own account and unit', async () => {
  expect(amounts((await list()).items)).toEqual([3, 2, 1, -10, 50])
  expect(amounts((await list({ unit: 'cash' })).items)).toEqual([900])
})

it('pages without losing or repeating any, also within a millisecond', async () => {
  const seen: number[] = []
  let cursor: string | null | undefined
  do {
    const page = await list({ limit: 2, cursor })
    seen.push(...amounts(page.items))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual([3, 2, 1, -10, 50])
})

it('filters by kind, direction and time, from inclusive, to exclusive', async () => {
  expect(amounts((await list({ kind: 'consume' })).items)).toEqual([-10])
  expect(amounts((await list({ direction: 'out' })).items)).toEqual([-10])
  expect(amounts((await list({ direction: 'in', limit: 2 })).items)).toEqual([3, 2])
  expect(amounts((await list({ from: at(1).toISOString(), to: at(2).toISOString() })).items)).toEqual([-10])
})

it('gives ids in their edge form, references and reversals too', async () => {
  await reverseEntry(ledger.ctx, {
    key: `refund:${generationId}`,
    originalKey: `charge:${generationId}`,
    kind: 'refund',
    reason: '生成失败，已退回',
  })
  const { items } = await list({ kind: 'refund' })
  const [charge] = (await list({ kind: 'consume' })).items
  expect(items).toMatchObject([
    {
      amount: 10,
      balanceAfter: 56,
      reason: '生成失败，已退回',
      referenceType: 'generation',
      referenceId: formatId('generation', generationId),
      reversesId: charge?.id,
    },
  ])
  const [gift] = (await list({ kind: 'gift_signup' })).items
  expect(gift).toMatchObject({
    referenceType: 'registration',
    referenceId: formatId('user', userId),
    createdAt: at(0).toISOString(),
  })
})

it('is empty for a user without an account, and refuses a made-up cursor', async () => {
  const other = await ledger.addUser()
  expect(await listTransactions(ledger.ctx, { ...listTransactionsInput.parse({}), userId: other })).toEqual({
    items: [],
    nextCursor: null,
  })
  await expect(list({ cursor: 'eA' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED', params: { field: 'cursor' } })
})
