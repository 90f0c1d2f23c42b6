import type { LedgerAuditDto } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import type { AuditBatchSize } from './audit-ledger.ts'
import { auditLedger } from './audit-ledger.ts'
import { listAudits } from './list-audits.ts'
import { requestAudit } from './request-audit.ts'
import { reverseEntry } from './reverse-entry.ts'
import { runAudit } from './run-audit.ts'
import { addGeneration } from './testing/add-generation.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'

let ledger: TestLedger
beforeEach(async () => {
  ledger = await openLedger({ poolSize: 6 })
})
afterEach(() => ledger.database.drop())

const entriesEach = 7
const size = (accounts: number, entries: number, generations = 2): AuditBatchSize => ({
  accounts,
  entries,
  generations,
})
const sizes = [
  size(1, 1, 1),
  size(1, 3),
  size(3, 1),
  size(2, 5),
  size(2, entriesEach),
  size(4, entriesEach + 1),
  size(500, 2),
]

/** A gift, charges and a refund: `entriesEach` entries. */
async function liveAccount(): Promise<string> {
  const userId = await ledger.addUser(100)
  for (let number = 2; number < entriesEach; number += 1)
    await ledger.post({ userId, amount: -10, key: `charge:${userId}:${number}` })
  await reverseEntry(ledger.ctx, { key: `refund:${userId}:3`, originalKey: `charge:${userId}:3`, kind: 'refund' })
  return userId
}

async function tamper(sql: string): Promise<void> {
  const { prisma } = ledger.ctx
  await prisma.$executeRawUnsafe('ALTER TABLE credit_entries DISABLE TRIGGER credit_entries_append_only')
  await prisma.$executeRawUnsafe(sql)
  await prisma.$executeRawUnsafe('ALTER TABLE credit_entries ENABLE TRIGGER credit_entries_append_only')
}

/** In an order that does not depend on where batches end. */
function comparable(checks: LedgerAuditDto['checks']) {
  return checks.map((check) => ({
    ...check,
    findings: check.findings.toSorted((left, right) => (left.id + left.detail < right.id + right.detail ? -1 : 1)),
  }))
}

const failed = ({ checks }: Pick<LedgerAuditDto, 'checks'>) => checks.filter(({ isPassed }) => !isPassed)

it('counts the same in batches of any size', async () => {
  for (let index = 0; index < 5; index += 1) {
    const userId = await liveAccount()
    await addGeneration(ledger, userId, { status: 'succeeded', isCharged: true, hasText: true })
    await ledger.addUser()
  }
  const whole = await auditLedger(ledger.ctx)
  expect(failed(whole)).toEqual([])
  expect(whole.checks.find(({ check }) => check === 'chain_intact')?.checked).toBe(5 * (entriesEach + 1))
  for (const each of sizes)
    expect((await auditLedger(ledger.ctx, each)).checks, JSON.stringify(each)).toEqual(whole.checks)
})

it('finds an entry that was changed wherever a batch ends', async () => {
  const userId = await liveAccount()
  for (let sequence = 1; sequence <= entriesEach; sequence += 1) {
    const { id, amount } = await ledger.ctx.prisma.creditEntry.findFirstOrThrow({
      where: { account: { userId }, sequence },
      select: { id: true, amount: true },
    })
    await tamper(`UPDATE credit_entries SET amount = ${amount + 1} WHERE id = '${id}'`)
    const whole = await auditLedger(ledger.ctx)
    const broken = failed(whole).map(({ check }) => check)
    expect(broken.slice(0, 3)).toEqual(['entries_sum_to_zero', 'balance_equals_entries', 'chain_intact'])
    for (const each of sizes)
      expect(comparable((await auditLedger(ledger.ctx, each)).checks), `${sequence} ${JSON.stringify(each)}`).toEqual(
        comparable(whole.checks),
      )
    await tamper(`UPDATE credit_entries SET amount = ${amount} WHERE id = '${id}'`)
  }
  expect(failed(await auditLedger(ledger.ctx))).toEqual([])
})

it('finds an entry that was removed, whatever the account says of their number', async () => {
  const userId = await liveAccount()
  const account = await ledger.ctx.prisma.creditAccount.findFirstOrThrow({ where: { userId } })
  await tamper(`DELETE FROM credit_entries WHERE account_id = '${account.id}' AND sequence = ${entriesEach}`)
  for (const entryCount of [entriesEach, entriesEach - 1, 1, 2_147_483_647]) {
    await ledger.ctx.prisma.creditAccount.update({ where: { id: account.id }, data: { entryCount } })
    for (const each of [undefined, ...sizes]) {
      const checks = failed(await auditLedger(ledger.ctx, each)).filter(({ check }) => check !== 'entries_sum_to_zero')
      expect(checks.map(({ check }) => check)).toEqual(['balance_equals_entries', 'chain_intact'])
      expect(checks[0]?.findings).toMatchObject([{ id: formatId('user', userId) }])
    }
  }
})

it('raises no alarm while accounts are opened, charged and refunded between its batches', async () => {
  const users = [await liveAccount(), await liveAccount(), await liveAccount()]
  const post = async (lane: number) => {
    for (let index = 0; index < 40; index += 1) {
      const userId = index % 10 === 9 ? await ledger.addUser(50) : (users[(lane + index) % users.length] ?? '')
      const key = `charge:${lane}:${index}`
      await ledger.post({ userId, amount: 5 })
      await ledger.post({ userId, amount: -5, key })
      if (index % 3 === 0)
        await reverseEntry(ledger.ctx, { key: `refund:${lane}:${index}`, originalKey: key, kind: 'refund' })
    }
  }
  const posted = new AbortController()
  const posting = Promise.all([post(0), post(1), post(2)]).finally(() => posted.abort())
  let audits = 0
  for (; !posted.signal.aborted; audits += 1)
    expect(failed(await auditLedger(ledger.ctx, [size(1, 3), size(2, 5), size(3, 40)][audits % 3]))).toEqual([])
  await posting
  expect(audits).toBeGreaterThan(0)
  const { checks } = await auditLedger(ledger.ctx)
  expect(failed({ checks })).toEqual([])
  expect(checks.find(({ check }) => check === 'chain_intact')?.checked).toBe(3 * entriesEach + 3 * (80 + 14 + 4))
})

/** A context whose clock runs out after so many batches: each is stored with the time. */
function dyingAfter(batches: number) {
  const death = new AbortController()
  let stored = -1
  const now = () => {
    stored += 1
    if (stored === batches) death.abort(new Error('the worker died'))
    return new Date()
  }
  return { ctx: { ...ledger.ctx, clock: { now } }, signal: death.signal }
}

it('goes on where a dead worker left it, and a change in what was read before is found by the next audit', async () => {
  for (let index = 0; index < 3; index += 1) await liveAccount()
  const auditId = newId()
  // The platform has eighteen accounts, and theirs come first.
  const { ctx, signal } = dyingAfter(18 + 5)
  const small = size(1, 3)
  await expect(runAudit(ctx, { auditId, signal, size: small })).rejects.toThrow('the worker died')
  const { running, last } = await listAudits(ledger.ctx)
  expect(last).toBeNull()
  expect(running).toMatchObject({ isStalled: false })
  expect(running?.checked).toBeGreaterThan(0)
  expect(running?.checked).toBeLessThan(running?.total ?? 0)

  const first = await ledger.ctx.prisma.creditEntry.findFirstOrThrow({
    orderBy: [{ accountId: 'asc' }, { sequence: 'asc' }],
  })
  await tamper(`UPDATE credit_entries SET reason = 'x' WHERE id = '${first.id}'`)
  expect((await runAudit(ledger.ctx, { auditId, size: small })).every(({ isPassed }) => isPassed)).toBe(true)
  const second = await runAudit(ledger.ctx, { auditId: newId(), size: small })
  expect(failed({ checks: second })).toMatchObject([
    { check: 'chain_intact', findings: [{ id: formatId('entry', first.id) }] },
  ])
  await tamper(`UPDATE credit_entries SET reason = NULL WHERE id = '${first.id}'`)

  const audits = await listAudits(ledger.ctx)
  expect(audits.running).toBeNull()
  expect(comparable(audits.last?.checks ?? [])).toEqual(comparable(second))
})

it('counts nothing twice when two workers take the same audit', async () => {
  for (let index = 0; index < 5; index += 1) await liveAccount()
  const auditId = newId()
  const run = () => runAudit(ledger.ctx, { auditId, size: size(1, 3) })
  const [left, right] = await Promise.all([run(), run()])
  const whole = await auditLedger(ledger.ctx)
  expect(left).toEqual(whole.checks)
  expect(right).toEqual(whole.checks)
})

it('starts one audit for several who ask, another when it has stalled, and none when it cannot be started', async () => {
  const started: string[] = []
  const start = async (auditId: string) => void started.push(auditId)
  await requestAudit(ledger.ctx, start)
  await requestAudit(ledger.ctx, start)
  expect(started).toHaveLength(1)
  const later = { ...ledger.ctx, clock: { now: () => new Date(Date.now() + 61_000) } }
  expect((await listAudits(later)).running).toMatchObject({ isStalled: true })
  await requestAudit(later, start)
  expect(started).toHaveLength(2)
  for (const auditId of started) await runAudit(later, { auditId })
  const down = async () => Promise.reject(new Error('no Temporal'))
  await expect(requestAudit(later, down)).rejects.toThrow('no Temporal')
  expect((await listAudits(later)).running).toBeNull()
})
