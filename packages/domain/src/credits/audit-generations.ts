import type { AuditFinding } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import type { PrismaTransaction } from '@mozhou/db/client'
import type { AuditedBatch } from './audit-accounts.ts'
import { findingsLimit, firstId } from './audit-state.ts'

/** Two rules over the next generations and their charges, in one statement and so in one snapshot. */
export async function auditGenerationBatch(
  prisma: PrismaTransaction,
  after: string,
  size: number,
): Promise<AuditedBatch> {
  const [answer] = await prisma.$queryRaw<{ batch: GenerationBatch }[]>(batchStatement(after, size))
  if (!answer) throw new Error('the audit of generations gave no row')
  const { batch } = answer
  return {
    cursor: batch.last === null ? { phase: 'orders', after: firstId } : { phase: 'generations', after: batch.last },
    rows: batch.rows,
    sums: {},
    tallies: {
      failed_generations_refunded: { checked: batch.ended, findings: batch.unrefunded.map(toFinding) },
      succeeded_generations_charged_once: { checked: batch.succeeded, findings: batch.mischarged.map(toFinding) },
    },
  }
}

interface GenerationBatch {
  rows: number
  ended: number
  succeeded: number
  unrefunded: AuditFinding[]
  mischarged: AuditFinding[]
  /** Null when there are no more. */
  last: string | null
}

const toFinding = ({ id, detail }: AuditFinding): AuditFinding => ({ id: formatId('generation', id), detail })

/**
 * `unrefunded`: charged for nothing; it failed, or was stopped before any text was kept, and the credits did not come back.
 * `mischarged`: something was kept, and not the price less what was not delivered, from the right account, and nothing besides, was paid
 *   for it; or anything at all where the price is 0.
 * Each look-up is lateral: one index entry a generation, whatever the planner thinks of the tables' sizes.
 */
function batchStatement(after: string, size: number): Prisma.Sql {
  return Prisma.sql`
    WITH next AS MATERIALIZED (
      SELECT id, status, user_id, price_credits, undelivered_credits FROM generations WHERE id > ${after}::uuid ORDER BY id LIMIT ${size}
    ), charged AS MATERIALIZED (
      SELECT g.*, kept.is_kept, charge.id AS charge_id, charge.amount AS charged, account.user_id AS payer_id, account.unit, refund.amount AS refunded,
        besides.entries AS besides
      FROM next g
      CROSS JOIN LATERAL (SELECT g.status = 'succeeded' OR (g.status = 'cancelled'
        AND EXISTS (SELECT 1 FROM creation_versions v WHERE v.generation_id = g.id OFFSET 0)) AS is_kept) kept
      LEFT JOIN LATERAL (SELECT * FROM credit_entries WHERE idempotency_key = 'charge:' || g.id OFFSET 0) charge ON true
      LEFT JOIN LATERAL (SELECT * FROM credit_accounts WHERE id = charge.account_id OFFSET 0) account ON true
      LEFT JOIN LATERAL (SELECT * FROM credit_entries WHERE idempotency_key = 'refund:' || g.id OFFSET 0) refund ON true
      LEFT JOIN LATERAL (
        SELECT count(*) AS entries FROM credit_entries other
        WHERE other.reference_type = 'generation' AND other.reference_id = g.id::text AND other.kind = 'consume'
          AND other.id IS DISTINCT FROM charge.id
      ) besides ON kept.is_kept
    ), unrefunded AS (
      SELECT id, concat('status=', status, ' charged=', charged) AS detail FROM charged g
      WHERE charge_id IS NOT NULL AND refunded IS NULL AND (status IN ('failed', 'refused')
        OR (status = 'cancelled' AND NOT is_kept))
      LIMIT ${findingsLimit}
    ), mischarged AS (
      SELECT id, concat('price=', price_credits, ' charged=', charged, ' refunded=', refunded, ' besides=', besides) AS detail FROM charged
      WHERE is_kept AND ((price_credits = 0) <> (charge_id IS NULL) OR charged <> -price_credits
        OR payer_id <> user_id OR unit <> 'credits' OR coalesce(refunded, 0) <> undelivered_credits OR besides > 0)
      LIMIT ${findingsLimit}
    )
    SELECT json_build_object(
      'rows', (SELECT count(*) FROM next),
      'ended', (SELECT count(*) FROM next WHERE status IN ('failed', 'refused', 'cancelled')),
      'succeeded', (SELECT count(*) FROM charged WHERE is_kept),
      'unrefunded', (SELECT coalesce(json_agg(u), '[]') FROM unrefunded u),
      'mischarged', (SELECT coalesce(json_agg(m), '[]') FROM mischarged m),
      'last', CASE WHEN (SELECT count(*) FROM next) = ${size} THEN (SELECT id FROM next ORDER BY id DESC LIMIT 1) END
    ) AS batch`
}
