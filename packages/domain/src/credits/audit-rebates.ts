import type { AuditFinding } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { PrismaTransaction } from '@mozhou/db/client'
import type { AuditedBatch } from './audit-accounts.ts'
import { findingsLimit } from './audit-state.ts'

interface RebateBatch {
  rows: number
  unequal: AuditFinding[]
  /** Null when there are no more. */
  last: string | null
}

/**
 * The next rebates and their entries, in one statement: what is paid is in its person's account to the amount that the row says, what is not
 * paid moved nothing; one that is a coupon has one of that coupon when it is paid, and moved nothing either. With the accounts' own look for entries without a rebate, the rebates are what the platform's account of them says.
 */
export async function auditRebateBatch(prisma: PrismaTransaction, after: string, size: number): Promise<AuditedBatch> {
  const [answer] = await prisma.$queryRaw<{ batch: RebateBatch }[]>`
    WITH next AS MATERIALIZED (
      SELECT id, beneficiary_id, rule_id, level, form, status, amount FROM rebates WHERE id > ${after}::uuid ORDER BY id LIMIT ${size}
    ), entries AS MATERIALIZED (
      SELECT r.*, own.posted, own.strangers, (SELECT count(*) FROM user_coupons u JOIN referral_rules rule ON rule.id = r.rule_id
        WHERE u.rebate_id = r.id AND u.user_id = r.beneficiary_id AND u.coupon_id = rule.coupon_id) AS coupons
      FROM next r CROSS JOIN LATERAL (
        SELECT coalesce(sum(e.amount), 0) AS posted, count(*) FILTER (WHERE a.user_id <> r.beneficiary_id OR a.unit <> r.form
          OR e.kind NOT IN (CASE WHEN r.level = 0 THEN 'gift_referral' ELSE 'rebate' END,
            CASE WHEN r.level = 0 THEN 'clawback_bonus' ELSE 'clawback_rebate' END)) AS strangers
        FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id
        WHERE e.reference_type = 'rebate' AND e.reference_id = r.id::text OFFSET 0
      ) own
    ), unequal AS (
      SELECT id, concat('status=', status, ' amount=', amount, ' posted=', posted, ' strangers=', strangers, ' coupons=', coupons) AS detail FROM entries
      WHERE strangers > 0 OR posted <> CASE WHEN status = 'paid' AND form <> 'coupon' THEN amount ELSE 0 END
        OR coupons <> CASE WHEN status = 'paid' AND form = 'coupon' THEN 1 ELSE 0 END LIMIT ${findingsLimit}
    )
    SELECT json_build_object(
      'rows', (SELECT count(*) FROM next),
      'unequal', (SELECT coalesce(json_agg(u), '[]') FROM unequal u),
      'last', CASE WHEN (SELECT count(*) FROM next) = ${size} THEN (SELECT id FROM next ORDER BY id DESC LIMIT 1) END
    ) AS batch`
  if (!answer) throw new Error('the audit of rebates gave no row')
  const { rows, unequal, last } = answer.batch
  const findings = unequal.map(({ id, detail }) => ({ id: formatId('rebate', id), detail }))
  return {
    cursor: last === null ? { phase: 'end' } : { phase: 'rebates', after: last },
    rows,
    sums: {},
    tallies: { rebates_equal_entries: { checked: rows, findings } },
  }
}
