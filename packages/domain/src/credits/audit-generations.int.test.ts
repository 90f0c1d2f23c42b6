import type { AuditCheck } from '@mozhou/contracts/credits/kinds'
import { formatId } from '@mozhou/contracts/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from './audit-ledger.ts'
import { reverseEntry } from './reverse-entry.ts'
import type { TestGeneration } from './testing/add-generation.ts'
import { addGeneration } from './testing/add-generation.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'

let ledger: TestLedger
beforeEach(async () => {
  ledger = await openLedger({ poolSize: 2 })
})
afterEach(() => ledger.database.drop())

async function failedChecks(): Promise<AuditCheck[]> {
  const audit = await auditLedger(ledger.ctx)
  return audit.checks.filter((check) => !check.isPassed).map((check) => check.check)
}

async function findings(check: AuditCheck) {
  const audit = await auditLedger(ledger.ctx)
  return audit.checks.find((each) => each.check === check)?.findings ?? []
}

const generation = (userId: string, input: TestGeneration) => addGeneration(ledger, userId, input)

describe('generations and their charges', () => {
  it('finds a failed generation whose charge did not come back, until it does', async () => {
    const userId = await ledger.addUser(50)
    const failed = await generation(userId, { status: 'failed', isCharged: true })
    await generation(userId, { status: 'failed', isCharged: false })
    expect(await findings('failed_generations_refunded')).toEqual([
      { id: formatId('generation', failed), detail: 'status=failed charged=-10' },
    ])
    await reverseEntry(ledger.ctx, { key: `refund:${failed}`, originalKey: `charge:${failed}`, kind: 'refund' })
    expect(await failedChecks()).toEqual([])
  })

  it('lets a stopped generation keep its charge only for text that was kept', async () => {
    const userId = await ledger.addUser(50)
    const empty = await generation(userId, { status: 'cancelled', isCharged: true })
    await generation(userId, { status: 'cancelled', isCharged: true, hasText: true })
    expect(await findings('failed_generations_refunded')).toMatchObject([{ id: formatId('generation', empty) }])
  })

  it('finds a succeeded generation that was not charged, charged otherwise, refunded, or charged twice', async () => {
    const userId = await ledger.addUser(500)
    await generation(userId, { status: 'succeeded', isCharged: true, hasText: true })
    await generation(userId, { status: 'succeeded', isCharged: false, price: 0 })
    const unpaid = await generation(userId, { status: 'succeeded', isCharged: false })
    const cheap = await generation(userId, { status: 'succeeded', isCharged: true, price: 20, charged: 10 })
    const member = await generation(userId, { status: 'succeeded', isCharged: true, price: 0, charged: 10 })
    const refunded = await generation(userId, { status: 'succeeded', isCharged: true })
    await reverseEntry(ledger.ctx, { key: `refund:${refunded}`, originalKey: `charge:${refunded}`, kind: 'refund' })
    const twice = await generation(userId, { status: 'succeeded', isCharged: true })
    await ledger.post({ userId, amount: -10, reference: { type: 'generation', id: twice } })
    const found = (await findings('succeeded_generations_charged_once')).map((finding) => finding.id)
    expect(found.toSorted()).toEqual(
      [unpaid, cheap, member, refunded, twice].map((id) => formatId('generation', id)).toSorted(),
    )
    expect(await failedChecks()).toEqual(['succeeded_generations_charged_once'])
  })

  it('finds a refund that is not the reversal of its own charge', async () => {
    const userId = await ledger.addUser(50)
    await ledger.post({ userId, amount: -10, key: 'charge:a' })
    await ledger.post({ userId, amount: -10, key: 'charge:b' })
    await reverseEntry(ledger.ctx, { key: 'refund:a', originalKey: 'charge:a', kind: 'refund' })
    expect(await failedChecks()).toEqual([])
    const crossed = await reverseEntry(ledger.ctx, { key: 'refund:c', originalKey: 'charge:b', kind: 'refund' })
    const loose = await ledger.post({ userId, amount: 10, kind: 'refund', key: 'refund:d' })
    const found = (await findings('refund_matches_charge')).map((finding) => finding.id)
    expect(found.toSorted()).toEqual([crossed?.id ?? '', loose.id].map((id) => formatId('entry', id)).toSorted())
  })
})
