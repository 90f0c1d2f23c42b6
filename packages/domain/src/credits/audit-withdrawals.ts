import type { AuditFinding } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import { openStatuses } from '@mozhou/contracts/withdrawals/kinds'
import { Prisma } from '@mozhou/db/client'
import type { PrismaTransaction } from '@mozhou/db/client'
import type { AuditedBatch } from './audit-accounts.ts'
import { findingsLimit, firstId } from './audit-state.ts'

/** One rule over the next withdrawals, their entries and their transfers, in one statement and so in one snapshot. */
export async function auditWithdrawalBatch(
  prisma: PrismaTransaction,
  after: string,
  size: number,
): Promise<AuditedBatch> {
  const [answer] = await prisma.$queryRaw<{ batch: WithdrawalBatch }[]>(batchStatement(after, size))
  if (!answer) throw new Error('the audit of withdrawals gave no row')
  const { rows, wrong, last } = answer.batch
  return {
    cursor: last === null ? { phase: 'rebates', after: firstId } : { phase: 'withdrawals', after: last },
    rows,
    sums: {},
    tallies: { withdrawals_match_ledger: { checked: rows, findings: wrong.map(toFinding) } },
  }
}

interface WithdrawalBatch {
  rows: number
  wrong: AuditFinding[]
  /** Null when there are no more. */
  last: string | null
}

const toFinding = ({ id, detail }: AuditFinding): AuditFinding => ({ id: formatId('withdrawal', id), detail })

/** What is held is what is open; what left is the net of what was paid, and the channel was asked for as much; the rest was withheld. */
function batchStatement(after: string, size: number): Prisma.Sql {
  return Prisma.sql`
    WITH next AS MATERIALIZED (
      SELECT id, user_id, status, amount_fen, tax_fen, net_fen FROM withdrawals WHERE id > ${after}::uuid ORDER BY id LIMIT ${size}
    ), sums AS MATERIALIZED (
      SELECT w.*, own.pending, own.paid, own.tax, own.strangers, sent.transferred,
        CASE WHEN w.status = ANY (${[...openStatuses]}::text[]) THEN w.amount_fen ELSE 0 END AS open_fen,
        CASE WHEN w.status = 'paid' THEN w.net_fen ELSE 0 END AS net, CASE WHEN w.status = 'paid' THEN w.tax_fen ELSE 0 END AS withheld
      FROM next w CROSS JOIN LATERAL (
        SELECT coalesce(-sum(e.amount) FILTER (WHERE e.kind IN ('withdrawal_hold', 'withdrawal_released')), 0) AS pending,
          coalesce(-sum(e.amount) FILTER (WHERE e.kind = 'withdrawal_paid'), 0) AS paid,
          coalesce(-sum(e.amount) FILTER (WHERE e.kind = 'withdrawal_tax'), 0) AS tax,
          count(*) FILTER (WHERE a.user_id <> w.user_id OR a.unit <> 'cash') AS strangers
        FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id
        WHERE e.reference_type = 'withdrawal' AND e.reference_id = w.id::text OFFSET 0
      ) own CROSS JOIN LATERAL (
        SELECT coalesce(sum(t.amount_fen), 0) AS transferred FROM withdrawal_transfers t
        WHERE t.withdrawal_id = w.id AND t.status = 'paid' AND t.returned_at IS NULL OFFSET 0
      ) sent
    ), wrong AS (
      SELECT id, concat('status=', status, ' amount=', amount_fen, ' pending=', pending, ' paid=', paid, ' tax=', tax,
        ' transferred=', transferred, ' strangers=', strangers) AS detail
      FROM sums WHERE strangers > 0 OR pending <> open_fen OR paid <> net OR tax <> withheld OR transferred <> net
      LIMIT ${findingsLimit}
    )
    SELECT json_build_object(
      'rows', (SELECT count(*) FROM next),
      'wrong', (SELECT coalesce(json_agg(w), '[]') FROM wrong w),
      'last', CASE WHEN (SELECT count(*) FROM next) = ${size} THEN (SELECT id FROM next ORDER BY id DESC LIMIT 1) END
    ) AS batch`
}
