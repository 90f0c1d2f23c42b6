import { formatId } from '@mozhou/contracts/ids'
import type { Finding, LedgerCheck } from './audit-check.ts'
import { findingsLimit } from './audit-check.ts'

/** Charged for nothing: it failed, or was stopped before any text was kept, and the credits did not come back. */
export const checkFailedRefunded: LedgerCheck = async (prisma) => {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT g.id, concat('status=', g.status, ' charged=', charge.amount) AS detail
    FROM generations g JOIN credit_entries charge ON charge.idempotency_key = 'charge:' || g.id
    WHERE (g.status IN ('failed', 'refused')
        OR (g.status = 'cancelled' AND NOT EXISTS (SELECT 1 FROM creation_versions v WHERE v.generation_id = g.id)))
      AND NOT EXISTS (SELECT 1 FROM credit_entries refund WHERE refund.idempotency_key = 'refund:' || g.id)
    LIMIT ${findingsLimit}`
  const checked = await prisma.generation.count({ where: { status: { in: ['failed', 'refused', 'cancelled'] } } })
  return { checked, findings: rows.map(toGenerationFinding) }
}

/** The price, from the right account, kept but for what was not delivered, and nothing besides; nothing at all where the price is 0. */
export const checkSucceededCharged: LedgerCheck = async (prisma) => {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT g.id, concat('price=', g.price_credits, ' charged=', charge.amount, ' refunded=', refund.amount, ' besides=', besides.entries) AS detail
    FROM generations g
    LEFT JOIN credit_entries charge ON charge.idempotency_key = 'charge:' || g.id
    LEFT JOIN credit_accounts account ON account.id = charge.account_id
    LEFT JOIN credit_entries refund ON refund.idempotency_key = 'refund:' || g.id
    LEFT JOIN LATERAL (
      SELECT count(*) AS entries FROM credit_entries other
      WHERE other.reference_type = 'generation' AND other.reference_id = g.id::text AND other.kind = 'consume' AND other.id IS DISTINCT FROM charge.id
    ) besides ON true
    WHERE g.status = 'succeeded' AND (
      (g.price_credits = 0) <> (charge.id IS NULL)
      OR charge.amount <> -g.price_credits OR account.user_id <> g.user_id OR account.unit <> 'credits'
      OR coalesce(refund.amount, 0) <> g.undelivered_credits OR besides.entries > 0)
    LIMIT ${findingsLimit}`
  const checked = await prisma.generation.count({ where: { status: 'succeeded' } })
  return { checked, findings: rows.map(toGenerationFinding) }
}

/** Every reversal takes back exactly its entry, or the part of it that its generation did not deliver, and every refund is the reversal of its own charge. */
export const checkRefundsMatch: LedgerCheck = async (prisma) => {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT r.id, concat('kind=', r.kind, ' amount=', r.amount, ' original=', o.amount, ' key=', r.idempotency_key) AS detail
    FROM credit_entries r LEFT JOIN credit_entries o ON o.id = r.reverses_id
    WHERE (r.reverses_id IS NOT NULL OR r.kind = 'refund') AND (
      o.id IS NULL OR o.account_id <> r.account_id
      OR (o.amount <> -r.amount AND NOT EXISTS (
        SELECT 1 FROM generations g WHERE r.kind = 'refund' AND 'refund:' || g.id = r.idempotency_key AND g.undelivered_credits = r.amount))
      OR (r.kind = 'refund' AND (o.kind <> 'consume' OR replace(r.idempotency_key, 'refund:', 'charge:') <> o.idempotency_key)))
    LIMIT ${findingsLimit}`
  const checked = await prisma.creditEntry.count({ where: { OR: [{ reversesId: { not: null } }, { kind: 'refund' }] } })
  return { checked, findings: rows.map((row) => ({ id: formatId('entry', row.id), detail: row.detail })) }
}

interface Row {
  id: string
  detail: string
}

function toGenerationFinding(row: Row): Finding {
  return { id: formatId('generation', row.id), detail: row.detail }
}
