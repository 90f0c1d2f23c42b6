import type { AuditFinding } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import type { PrismaTransaction } from '@mozhou/db/client'
import type { AuditedBatch } from './audit-accounts.ts'
import { findingsLimit, firstId } from './audit-state.ts'

/** Three rules over the next orders, their entries and their refunds, in one statement and so in one snapshot. */
export async function auditOrderBatch(prisma: PrismaTransaction, after: string, size: number): Promise<AuditedBatch> {
  const [answer] = await prisma.$queryRaw<{ batch: OrderBatch }[]>(batchStatement(after, size))
  if (!answer) throw new Error('the audit of orders gave no row')
  const { batch } = answer
  return {
    cursor: batch.last === null ? { phase: 'rebates', after: firstId } : { phase: 'orders', after: batch.last },
    rows: batch.rows,
    sums: {},
    tallies: {
      paid_orders_credited: { checked: batch.rows, findings: batch.uncredited.map(toFinding) },
      clawbacks_within_orders: { checked: batch.clawed, findings: batch.overclawed.map(toFinding) },
      refunds_within_payments: { checked: batch.refunded, findings: batch.overrefunded.map(toFinding) },
    },
  }
}

interface OrderBatch {
  rows: number
  clawed: number
  refunded: number
  uncredited: AuditFinding[]
  overclawed: AuditFinding[]
  overrefunded: AuditFinding[]
  /** Null when there are no more. */
  last: string | null
}

const toFinding = ({ id, detail }: AuditFinding): AuditFinding => ({ id: formatId('order', id), detail })

/**
 * `uncredited`: paid, and not exactly its credits, once, in its person's account, came of it; or not paid, and credits came.
 * `overclawed`: more was taken back of what it gave than it gave, or more was given again than had been taken.
 * `overrefunded`: more money went back than was paid, or is on its way beside that; or what the refunds took is not what the ledger says.
 */
function batchStatement(after: string, size: number): Prisma.Sql {
  return Prisma.sql`
    WITH next AS MATERIALIZED (
      SELECT id, user_id, status, credits, paid_at FROM orders WHERE id > ${after}::uuid ORDER BY id LIMIT ${size}
    ), entries AS MATERIALIZED (
      SELECT o.*, own.recharges, own.recharged, own.strangers, own.bonus, own.paid_back, own.bonus_back, own.clawbacks
      FROM next o CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE e.kind = 'recharge') AS recharges,
          coalesce(sum(e.amount) FILTER (WHERE e.kind = 'recharge' AND e.idempotency_key = 'order:' || o.id), 0) AS recharged,
          count(*) FILTER (WHERE a.user_id <> o.user_id OR a.unit <> 'credits') AS strangers,
          coalesce(sum(e.amount) FILTER (WHERE e.kind = 'recharge_bonus'), 0) AS bonus,
          -coalesce(sum(e.amount) FILTER (WHERE e.kind = 'clawback_recharge'), 0) AS paid_back,
          -coalesce(sum(e.amount) FILTER (WHERE e.kind = 'clawback_bonus'), 0) AS bonus_back,
          count(*) FILTER (WHERE e.kind IN ('clawback_recharge', 'clawback_bonus')) AS clawbacks
        FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id
        WHERE e.reference_type = 'order' AND e.reference_id = o.id::text
          AND e.kind IN ('recharge', 'recharge_bonus', 'clawback_recharge', 'clawback_bonus') OFFSET 0
      ) own
    ), refunds AS MATERIALIZED (
      SELECT e.*, own.refunds, own.back, own.taken, own.paid
      FROM entries e CROSS JOIN LATERAL (
        SELECT count(*) AS refunds, coalesce(sum(r.amount_fen) FILTER (WHERE r.status <> 'requested'), 0) AS back,
          coalesce(sum(r.taken_credits), 0) AS taken,
          (SELECT coalesce(sum(p.amount_fen), 0) FROM payments p WHERE p.order_id = e.id AND p.status = 'accepted') AS paid
        FROM money_refunds r JOIN payments p ON p.id = r.payment_id
        WHERE r.order_id = e.id AND p.status = 'accepted' AND r.status NOT IN ('rejected', 'failed') OFFSET 0
      ) own
    ), uncredited AS (
      SELECT id, concat('status=', status, ' credits=', credits, ' recharges=', recharges, ' recharged=', recharged, ' strangers=', strangers) AS detail
      FROM entries WHERE strangers > 0
        OR recharges <> CASE WHEN paid_at IS NOT NULL AND credits IS NOT NULL THEN 1 ELSE 0 END
        OR recharged <> CASE WHEN paid_at IS NOT NULL THEN coalesce(credits, 0) ELSE 0 END
      LIMIT ${findingsLimit}
    ), overclawed AS (
      SELECT id, concat('recharged=', recharged, ' back=', paid_back, ' bonus=', bonus, ' back=', bonus_back) AS detail
      FROM entries WHERE paid_back NOT BETWEEN 0 AND recharged OR bonus_back NOT BETWEEN 0 AND bonus LIMIT ${findingsLimit}
    ), overrefunded AS (
      SELECT id, concat('paid=', paid, ' back=', back, ' taken=', taken, ' clawed=', paid_back + bonus_back) AS detail
      FROM refunds WHERE back > paid OR taken <> paid_back + bonus_back LIMIT ${findingsLimit}
    )
    SELECT json_build_object(
      'rows', (SELECT count(*) FROM next),
      'clawed', (SELECT count(*) FROM entries WHERE clawbacks > 0),
      'refunded', (SELECT count(*) FROM refunds WHERE refunds > 0),
      'uncredited', (SELECT coalesce(json_agg(u), '[]') FROM uncredited u),
      'overclawed', (SELECT coalesce(json_agg(c), '[]') FROM overclawed c),
      'overrefunded', (SELECT coalesce(json_agg(r), '[]') FROM overrefunded r),
      'last', CASE WHEN (SELECT count(*) FROM next) = ${size} THEN (SELECT id FROM next ORDER BY id DESC LIMIT 1) END
    ) AS batch`
}
