import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import { createPrismaClient } from '@mozhou/db/client'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import type { Stack } from '../support/stack.ts'
import { countBy } from './count-by.ts'
import type { Asked } from './writers.ts'

export interface Judgement {
  generations: number
  /** How many ended in which status. */
  ends: Record<string, number>
  /** Each was refunded; why its last attempt failed, in the adapter's words and the vendor's. */
  failures: { code: string; cause: string; at: Date }[]
  /** Taken by the API and not there, succeeded without a text, or failed and neither refunded nor never charged. Bare ids. */
  lost: string[]
  /** Charged, refunded or stored more than once, or two for one press. */
  doubled: string[]
  /** Not ended. */
  stuck: string[]
  /** Rules of the ledger's audit that do not hold. */
  brokenRules: string[]
}

/** What became of everything that was asked for, from the rows. */
export async function judge(stack: Stack, asked: Asked): Promise<Judgement> {
  const rows = await stack.database.rows<Row>(
    `SELECT g.id, g.status, g.failure_code AS code, g.finished_at AS at, g.request_key AS "requestKey",
       (SELECT concat_ws(' ', u.failure_kind, u.vendor_code) FROM model_usages u
        WHERE u.generation_id = g.id AND u.failure_kind IS NOT NULL ORDER BY u.epoch DESC LIMIT 1) AS cause,
       (SELECT count(*) FROM credit_entries e WHERE e.reference_type = 'generation' AND e.reference_id = g.id::text AND e.kind = 'consume')::int AS charges,
       (SELECT count(*) FROM credit_entries e WHERE e.reference_type = 'generation' AND e.reference_id = g.id::text AND e.kind = 'refund')::int AS refunds,
       (SELECT count(*) FROM creation_versions v WHERE v.creation_id = g.creation_id)::int AS versions
     FROM generations g WHERE g.request_key = ANY($1::uuid[])`,
    [[...asked.requestKeys]],
  )
  const ids = (wanted: (row: Row) => boolean) => rows.filter(wanted).map(({ id }) => id)
  const byKey = Map.groupBy(rows, ({ requestKey }) => requestKey)
  const known = new Set(rows.map(({ id }) => id))
  return {
    generations: rows.length,
    ends: countBy(rows.map(({ status }) => status)),
    failures: rows.flatMap(({ status, code, cause, at }) =>
      status === 'failed' && at ? [{ code: code ?? 'none', cause: cause ?? 'before any attempt', at }] : [],
    ),
    lost: [...[...asked.acknowledged].filter((id) => !known.has(id)), ...ids(isLost)],
    doubled: [
      ...ids(({ charges, refunds, versions }) => charges > 1 || refunds > 1 || versions > 1),
      ...[...byKey.values()].filter((same) => same.length > 1).flatMap((same) => same.map(({ id }) => id)),
    ],
    stuck: ids(({ status }) => isActive(status)),
    brokenRules: await brokenRules(stack),
  }
}

interface Row {
  id: string
  status: string
  code: string | null
  cause: string | null
  at: Date | null
  requestKey: string
  charges: number
  refunds: number
  versions: number
}

const isActive = (status: string) => activeStatuses.some((active) => active === status)

function isLost({ status, charges, refunds, versions }: Row): boolean {
  if (isActive(status)) return false
  if (status === 'succeeded') return versions === 0 || charges === 0 || refunds > 0
  return versions === 0 && charges !== refunds
}

async function brokenRules(stack: Stack): Promise<string[]> {
  const prisma = createPrismaClient({ url: stack.database.url, poolSize: 1, applicationName: 'chaos' })
  const { checks } = await auditLedger({ prisma, clock: { now: () => new Date() } }).finally(() => prisma.$disconnect())
  return checks.filter(({ isPassed }) => !isPassed).map(({ check }) => check)
}
