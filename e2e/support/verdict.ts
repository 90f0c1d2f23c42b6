import { formatId } from '@mozhou/contracts/ids'
import { createPrismaClient } from '@mozhou/db/client'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import { expect } from 'vitest'
import { giftCredits, priceCredits } from './credits.ts'
import type { Person } from './person.ts'
import type { Stack } from './stack.ts'
import type { Viewer } from './viewer.ts'

interface Settlement {
  generation: { status: string; failure: string | null }
  creation: string
  /** Raw texts. */
  versions: { id: string; text: string }[]
  /** Amounts on the person's account that this generation caused. */
  charges: number[]
  refunds: number[]
  /** Statuses of the workflow's runs. */
  runs: string[]
}

/** What a generation came to, from the tables and from Temporal. `generationId` is a bare UUID. */
async function settlementOf(stack: Stack, generationId: string): Promise<Settlement> {
  const { database } = stack
  const generation = await database.one<{
    status: string
    failure: string | null
    creationId: string
    ordinal: number
  }>(`SELECT status, failure_code AS failure, creation_id AS "creationId", ordinal FROM generations WHERE id = $1`, [
    generationId,
  ])
  const creation = await database.one<{ status: string }>('SELECT status FROM creations WHERE id = $1', [
    generation.creationId,
  ])
  const versions = await database.rows<{ id: string; text: string }>(
    'SELECT id, raw_text AS text FROM creation_versions WHERE creation_id = $1',
    [generation.creationId],
  )
  const entries = await database.rows<{ kind: string; amount: number }>(
    `SELECT kind, amount FROM credit_entries WHERE reference_type = 'generation' AND reference_id = $1`,
    [generationId],
  )
  const runs: string[] = []
  const query = `WorkflowId = "${generationWorkflowId(generation.creationId, generation.ordinal)}"`
  for await (const info of stack.temporalClient.workflow.list({ query })) runs.push(info.status.name)
  const amounts = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ amount }) => amount)
  return {
    generation: { status: generation.status, failure: generation.failure },
    creation: creation.status,
    versions,
    charges: amounts('consume'),
    refunds: amounts('refund'),
    runs,
  }
}

/** Written once, charged once, and the viewer's screen is the stored text to the letter, also before that came with the end. */
export async function expectWritten(stack: Stack, person: Person, generationId: string, viewer: Viewer): Promise<void> {
  await expectStored(stack, person, generationId, viewer)
  expect(viewer.streamed()).toBe(viewer.text())
  expectOrdered(viewer)
}

/** The same of a text whose last pieces nobody could pass on: its viewer has them with the end. */
export async function expectStored(stack: Stack, person: Person, generationId: string, viewer: Viewer): Promise<void> {
  const done = await viewer.done()
  const found = await settlementOf(stack, generationId)
  const [version] = found.versions
  expect(found).toMatchObject({
    generation: { status: 'succeeded', failure: null },
    creation: 'succeeded',
    charges: [-priceCredits],
    refunds: [],
  })
  expect(found.versions).toHaveLength(1)
  expect(version?.text.length).toBeGreaterThan(200)
  expect(done).toMatchObject({
    status: 'succeeded',
    versionId: formatId('version', version?.id ?? ''),
    refundedCredits: 0,
    failure: null,
  })
  expect(viewer.text()).toBe(version?.text)
  expect((await person.api.balance()).credits).toBe(giftCredits - priceCredits)
  await expectCleanLedger(stack)
}

/** Charged and given back once, nothing stored, and the viewer was told. */
export async function expectRefunded(
  stack: Stack,
  person: Person,
  generationId: string,
  viewer: Viewer,
): Promise<void> {
  const done = await viewer.done()
  const found = await settlementOf(stack, generationId)
  expect(found).toMatchObject({
    generation: { status: 'failed' },
    creation: 'failed',
    versions: [],
    charges: [-priceCredits],
    refunds: [priceCredits],
  })
  expect(done).toMatchObject({ status: 'failed', versionId: null, refundedCredits: priceCredits })
  expect(done.failure).toBe(found.generation.failure)
  expect((await person.api.balance()).credits).toBe(giftCredits)
  await expectCleanLedger(stack)
}

/** The workflow of this generation ran once and ended so. */
export async function expectOneRun(stack: Stack, generationId: string, status: string): Promise<void> {
  await expect.poll(async () => (await settlementOf(stack, generationId)).runs).toEqual([status])
}

/** Ids never go back, and no piece of text has an id that was seen before. */
export function expectOrdered(viewer: Viewer): void {
  const positions = viewer.events.map(({ id }) => positionOf(id))
  expect(positions, viewer.events.map(({ id, event }) => `${id} ${event.type}`).join('\n')).toEqual(
    positions.toSorted((left, right) => left - right),
  )
  const deltas = viewer.events.filter(({ event }) => event.type === 'delta').map(({ id }) => id)
  expect(deltas).toEqual([...new Set(deltas)])
}

function positionOf(id: string): number {
  const [epoch = 0, sequence = 0] = id.split('-').map(Number)
  return epoch * 1_000_000 + sequence
}

/** The product's own audit, run here because there may be no worker that would, and the two sums by hand. */
export async function expectCleanLedger(stack: Stack): Promise<void> {
  const prisma = createPrismaClient({ url: stack.database.url, poolSize: 1, applicationName: 'e2e' })
  const { checks } = await auditLedger({ prisma, clock: { now: () => new Date() } }).finally(() => prisma.$disconnect())
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
  const wrong = await stack.database.rows(
    `SELECT a.user_id, a.balance, sum(e.amount) AS entries
     FROM credit_accounts a LEFT JOIN credit_entries e ON e.account_id = a.id
     WHERE a.user_id IS NOT NULL GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0)`,
  )
  expect(wrong).toEqual([])
  const { total } = await stack.database.one<{ total: string }>(
    `SELECT (SELECT coalesce(sum(balance), 0) FROM credit_accounts WHERE user_id IS NOT NULL)
          - (SELECT coalesce(sum(amount), 0) FROM credit_entries) AS total`,
  )
  expect(Number(total)).toBe(0)
}
