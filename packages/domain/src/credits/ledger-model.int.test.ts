import { AppError } from '@mozhou/contracts/errors'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { auditLedger } from './audit-ledger.ts'
import { getBalance } from './get-balance.ts'
import { reverseEntry } from './reverse-entry.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'
import { verifyAccount } from './verify-account.ts'

let ledger: TestLedger
beforeAll(async () => {
  ledger = await openLedger()
})
afterAll(() => ledger.database.drop())

type Step =
  | { do: 'give'; amount: number }
  | { do: 'spend'; amount: number }
  | { do: 'adjust'; amount: number }
  | { do: 'claw'; amount: number }
  | { do: 'repeat'; pick: number }
  | { do: 'reuse'; pick: number }
  | { do: 'reverse'; pick: number }

const amount = fc.integer({ min: 1, max: 60 })
const pick = fc.nat({ max: 30 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('give' as const), amount: fc.integer({ min: 1, max: 200 }) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('spend' as const), amount }) },
  fc.record({
    do: fc.constant('adjust' as const),
    amount: fc.integer({ min: -60, max: 60 }).filter((value) => value !== 0),
  }),
  fc.record({ do: fc.constant('claw' as const), amount }),
  fc.record({ do: fc.constant('repeat' as const), pick }),
  fc.record({ do: fc.constant('reuse' as const), pick }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reverse' as const), pick }) },
)

interface ModelEntry {
  key: string
  kind: 'gift_campaign' | 'consume' | 'adjust' | 'clawback' | 'refund'
  amount: number
  /** Key of the entry that this one took back. */
  originalKey?: string
  isReversed: boolean
}

/** The ledger in a few lines: what each step must answer, and what the balance is then. */
class Model {
  balance = 0
  readonly entries: ModelEntry[] = []

  post(entry: Omit<ModelEntry, 'isReversed'>): string {
    const isShort = entry.amount < 0 && this.balance + entry.amount < 0 && entry.kind !== 'clawback'
    if (isShort) return `CREDITS_INSUFFICIENT ${this.balance} ${-entry.amount}`
    this.balance += entry.amount
    this.entries.push({ ...entry, isReversed: false })
    return `posted ${entry.amount} → ${this.balance}`
  }
}

const kindOf = { give: 'gift_campaign', spend: 'consume', adjust: 'adjust', claw: 'clawback' } as const

it('answers and stands like the model after any sequence of operations', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const userId = await ledger.addUser()
      const model = new Model()
      for (const each of steps) await takeStep(model, userId, each)
      expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: model.balance, cashFen: 0 })
      expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({
        isIntact: true,
        entries: model.entries.length,
        computedBalance: model.balance,
        cachedBalance: model.balance,
      })
    }),
    propertyRounds(50),
  )
  const audit = await auditLedger(ledger.ctx)
  expect(audit.checks.filter((check) => !check.isPassed)).toEqual([])
  // The sequences went everywhere, or the above says little.
  for (const kind of [
    'replayed',
    'posted',
    'CREDITS_INSUFFICIENT',
    'IDEMPOTENCY_KEY_REUSED',
    'ENTRY_ALREADY_REVERSED',
  ]) {
    expect([kind, (answers.get(kind) ?? 0) > 5]).toEqual([kind, true])
  }
  const kinds = await ledger.ctx.prisma.creditEntry.groupBy({ by: ['kind'], _count: true })
  expect(kinds.filter(({ _count }) => _count > 5)).toHaveLength(5)
})

/** How often each kind of answer was given. */
const answers = new Map<string, number>()

const keyOf = (kind: ModelEntry['kind']) => (kind === 'consume' ? `charge:${newId()}` : newId())

async function takeStep(model: Model, userId: string, each: Step): Promise<void> {
  switch (each.do) {
    case 'give':
    case 'spend':
    case 'adjust':
    case 'claw': {
      const signed = each.do === 'spend' || each.do === 'claw' ? -each.amount : each.amount
      const kind = kindOf[each.do]
      const entry = { key: keyOf(kind), kind, amount: signed }
      return expect(await answer(ledger.post({ userId, ...entry }))).toBe(model.post(entry))
    }
    case 'repeat': {
      const stored = pickFrom(model, each.pick)
      if (!stored) return
      const { key, kind, amount, originalKey } = stored
      const isReversal = originalKey !== undefined && (kind === 'refund' || kind === 'clawback')
      const again = await answer(
        isReversal ? reverseEntry(ledger.ctx, { key, originalKey, kind }) : ledger.post({ userId, key, kind, amount }),
      )
      return expect(again).toMatch(new RegExp(`^replayed ${amount} `))
    }
    case 'reuse': {
      const stored = pickFrom(model, each.pick)
      if (!stored) return
      const reuse = ledger.post({ userId, key: stored.key, kind: 'adjust', amount: stored.amount + 1_000 })
      return expect(await answer(reuse)).toBe('IDEMPOTENCY_KEY_REUSED')
    }
    case 'reverse':
      return reverseStep(model, pickFrom(model, each.pick))
  }
}

function pickFrom(model: Model, pick: number): ModelEntry | undefined {
  return model.entries[pick % Math.max(1, model.entries.length)]
}

/** Charges are refunded, gifts clawed back; each once. */
async function reverseStep(model: Model, stored: ModelEntry | undefined): Promise<void> {
  if (!stored || (stored.kind !== 'consume' && stored.kind !== 'gift_campaign')) return
  const kind = stored.kind === 'consume' ? 'refund' : 'clawback'
  const isFirst = !stored.isReversed
  const key = isFirst ? stored.key.replace('charge:', 'refund:').replace(/^(?!refund:)/, 'clawback:') : newId()
  const outcome = await answer(reverseEntry(ledger.ctx, { key, originalKey: stored.key, kind }))
  stored.isReversed = true
  expect(outcome).toBe(
    isFirst ? model.post({ key, kind, amount: -stored.amount, originalKey: stored.key }) : 'ENTRY_ALREADY_REVERSED',
  )
}

interface Answer {
  amount: number
  balanceAfter: number
  isReplay: boolean
}

async function answer(work: Promise<Answer | null>): Promise<string> {
  const text = await answerText(work)
  const [kind = ''] = text.split(' ')
  answers.set(kind, (answers.get(kind) ?? 0) + 1)
  return text
}

async function answerText(work: Promise<Answer | null>): Promise<string> {
  try {
    const entry = await work
    if (entry === null) return 'nothing'
    return `${entry.isReplay ? 'replayed' : 'posted'} ${entry.amount} → ${entry.balanceAfter}`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [error.code, ...Object.values(error.params)].join(' ')
  }
}
