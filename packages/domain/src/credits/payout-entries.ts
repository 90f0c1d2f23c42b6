import { Prisma } from '@mozhou/db/client'

/** Entries of cash that leaves, or is exchanged; for the audit of accounts. */
export const payoutKind = Prisma.sql`kind IN ('withdrawal_hold', 'withdrawal_paid', 'withdrawal_released', 'withdrawal_tax', 'cash_exchanged')`

/** Of a row of `read`: there is a withdrawal for it; or the other unit of the same person moved the other way, at ten fen a credit. */
export const isOfPayout = Prisma.sql`CASE WHEN kind = 'cash_exchanged' THEN EXISTS (
    SELECT 1 FROM credit_entries o JOIN credit_accounts a ON a.id = o.account_id JOIN credit_accounts own ON own.id = read.account_id
    WHERE o.reference_type = 'cash_exchange' AND o.reference_id = read.reference_id AND o.kind = read.kind
      AND a.user_id = own.user_id AND a.unit <> own.unit
      AND CASE own.unit WHEN 'cash' THEN read.amount = -10 * o.amount ELSE o.amount = -10 * read.amount END)
  ELSE EXISTS (SELECT 1 FROM withdrawals w
    WHERE w.id = CASE WHEN read.reference_id ~ '^[0-9a-f-]{36}$' THEN read.reference_id::uuid END) END`
