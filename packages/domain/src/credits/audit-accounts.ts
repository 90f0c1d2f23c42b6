import type { AuditFinding } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import type { PrismaTransaction } from '@mozhou/db/client'
import type { AccountCursor, AuditCursor, AuditState, BatchTallies, OpenAccount } from './audit-state.ts'
import { findingsLimit, firstId } from './audit-state.ts'
import { isOfPayout, payoutKind } from './payout-entries.ts'

export interface AuditedBatch {
  cursor: AuditCursor
  /** Entries, accounts and generations that were read. */
  rows: number
  sums: AuditState['sums']
  tallies: BatchTallies
}

/**
 * Eight rules over the next accounts and their entries, in one statement and so in one snapshot. A posting changes an account and its
 * entries together: whatever is posted between two batches is whole in one of them or in neither. An account with more entries than
 * fit is read on in the next batch and compared with its balance when its end is reached, in that batch's snapshot.
 */
export async function auditAccountBatch(
  prisma: PrismaTransaction,
  cursor: AccountCursor,
  size: { accounts: number; entries: number },
): Promise<AuditedBatch> {
  const [answer] = await prisma.$queryRaw<{ batch: AccountBatch }[]>(batchStatement(cursor, size))
  if (!answer) throw new Error('the audit of accounts gave no row')
  const { batch } = answer
  const negative = [...batch.negativeAccounts.map(toAccountFinding), ...batch.negativeEntries.map(toEntryFinding)]
  return {
    cursor: nextCursor(batch),
    rows: batch.entries + batch.userAccounts,
    sums: toSums(batch),
    tallies: {
      entries_sum_to_zero: {
        checked: batch.platform.reduce((total, each) => total + each.entries, 0),
        findings: batch.misdirected.map((id) => ({ id: formatId('entry', id), detail: 'accounts' })),
      },
      balance_equals_entries: { checked: batch.userAccounts, findings: batch.wrongBalances.map(toAccountFinding) },
      chain_intact: {
        checked: batch.entries,
        findings: [...batch.brokenLinks.map(toEntryFinding), ...batch.wrongHeads.map(toAccountFinding)],
      },
      refund_matches_charge: { checked: batch.reversals, findings: batch.wrongReversals.map(toEntryFinding) },
      no_negative_balance: { checked: batch.userAccounts, findings: negative },
      paid_orders_credited: { checked: batch.recharges, findings: batch.strayRecharges.map(toEntryFinding) },
      expiries_within_gifts: { checked: batch.expiries, findings: batch.wrongExpiries.map(toEntryFinding) },
      withdrawals_match_ledger: { checked: batch.payouts, findings: batch.strayPayouts.map(toEntryFinding) },
      rebates_equal_entries: { checked: batch.rebates, findings: batch.strayRebates.map(toEntryFinding) },
    },
  }
}

interface Found {
  id: string
  detail: string
}

/** As PostgreSQL's JSON gives it: ids are bare, sums are texts. */
interface AccountBatch {
  entries: number
  userAccounts: number
  users: { unit: string; total: string }[]
  platform: { unit: string; total: string; entries: number }[]
  reversals: number
  recharges: number
  expiries: number
  payouts: number
  rebates: number
  misdirected: string[]
  brokenLinks: Found[]
  wrongReversals: Found[]
  strayRecharges: Found[]
  wrongExpiries: Found[]
  strayPayouts: Found[]
  strayRebates: Found[]
  negativeEntries: Found[]
  wrongBalances: Found[]
  wrongHeads: Found[]
  negativeAccounts: Found[]
  /** The account at which the entries were cut off, with what was read of it. */
  open: (OpenAccount & { id: string }) | null
  /** Null when there are no more accounts. */
  lastAccount: string | null
}

function nextCursor({ open, lastAccount }: AccountBatch): AuditCursor {
  if (open) {
    const { id, ...rest } = open
    return { phase: 'accounts', after: id, open: rest }
  }
  if (lastAccount === null) return { phase: 'generations', after: firstId }
  return { phase: 'accounts', after: lastAccount, open: null }
}

function toSums({ users, platform }: AccountBatch): AuditState['sums'] {
  const sums: AuditState['sums'] = {}
  for (const { unit, total } of users) sums[unit] = { users: total, platform: '0' }
  for (const { unit, total } of platform) sums[unit] = { users: sums[unit]?.users ?? '0', platform: total }
  return sums
}

const toAccountFinding = ({ id, detail }: Found): AuditFinding => ({ id: formatId('user', id), detail })
const toEntryFinding = ({ id, detail }: Found): AuditFinding => ({ id: formatId('entry', id), detail })

/** A list of findings as JSON; the limit holds per batch, so that no answer is long. */
function found(id: Prisma.Sql, detail: Prisma.Sql, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', id, 'detail', detail)), '[]')
    FROM (SELECT ${id} AS id, ${detail} AS detail FROM ${from} LIMIT ${findingsLimit}) listed)`
}

function batchStatement(cursor: AccountCursor, size: { accounts: number; entries: number }): Prisma.Sql {
  return Prisma.sql`${readBatch(cursor, size)}
    SELECT json_build_object(
      'entries', (SELECT count(*) FROM links),
      'userAccounts', (SELECT count(*) FROM whole WHERE user_id IS NOT NULL),
      'users', (SELECT coalesce(json_agg(u), '[]') FROM (SELECT unit, coalesce(sum(balance), 0)::text AS total FROM whole GROUP BY unit) u),
      'platform', (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT counter_unit AS unit, (-sum(amount))::text AS total, count(*) AS entries FROM links
        WHERE counter_unit IS NOT NULL GROUP BY counter_unit) p),
      'reversals', (SELECT count(*) FROM reversals),
      'recharges', (SELECT count(*) FROM read WHERE kind = 'recharge'),
      'rebates', (SELECT count(*) FROM read WHERE kind IN ('rebate', 'clawback_rebate')),
      'expiries', (SELECT count(*) FROM read WHERE kind = 'gift_expired'),
      'payouts', (SELECT count(*) FROM read WHERE ${payoutKind}),
      'misdirected', (SELECT coalesce(json_agg(id), '[]') FROM (
        SELECT id FROM links WHERE owner_id IS NULL OR counter_unit IS DISTINCT FROM owner_unit LIMIT ${findingsLimit}) m),
      'brokenLinks', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('sequence=', sequence, ' hash=', is_hash_good, ' previous=', is_linked, ' balance=', is_balance_good)`,
        Prisma.sql`links WHERE NOT (is_hash_good AND is_linked AND is_balance_good)`,
      )},
      'wrongReversals', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('kind=', kind, ' amount=', amount, ' original=', original_amount, ' key=', idempotency_key)`,
        Prisma.sql`reversals WHERE NOT is_good`,
      )},
      'strayRecharges', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('amount=', amount, ' key=', idempotency_key)`,
        // Credits that were sold to nobody: no paid order of so many says so.
        Prisma.sql`read WHERE kind = 'recharge' AND NOT EXISTS (
          SELECT 1 FROM orders o WHERE o.paid_at IS NOT NULL AND o.credits = amount
            AND o.id = CASE WHEN idempotency_key ~ '^order:[0-9a-f-]{36}$' THEN substring(idempotency_key FROM 7)::uuid END)`,
      )},
      'wrongExpiries', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('amount=', amount, ' gift=', reference_id)`,
        // Of a gift of this account that may expire, and together with its other ends no more than was given.
        Prisma.sql`read WHERE kind = 'gift_expired' AND NOT EXISTS (
          SELECT 1 FROM credit_entries g JOIN gift_expiries x ON x.entry_id = g.id
          WHERE g.id = CASE WHEN read.reference_id ~ '^[0-9a-f-]{36}$' THEN read.reference_id::uuid END AND g.account_id = read.account_id
            AND g.amount >= (SELECT -sum(o.amount) FROM credit_entries o
              WHERE o.reference_type = 'gift' AND o.reference_id = read.reference_id AND o.kind = 'gift_expired'))`,
      )},
      'strayPayouts', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('kind=', kind, ' amount=', amount, ' reference=', reference_id)`,
        Prisma.sql`read WHERE ${payoutKind} AND NOT ${isOfPayout}`,
      )},
      'strayRebates', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('kind=', kind, ' amount=', amount, ' rebate=', reference_id)`,
        // A rebate that nobody earned.
        Prisma.sql`read WHERE kind IN ('rebate', 'clawback_rebate') AND NOT EXISTS (SELECT 1 FROM rebates b
          WHERE b.level > 0 AND b.id = CASE WHEN read.reference_id ~ '^[0-9a-f-]{36}$' THEN read.reference_id::uuid END)`,
      )},
      'negativeEntries', ${found(
        Prisma.sql`id`,
        Prisma.sql`concat('kind=', kind, ' amount=', amount, ' balance_after=', balance_after)`,
        Prisma.sql`links WHERE balance_after < 0 AND amount < 0 AND kind NOT LIKE 'clawback%' AND kind NOT IN ('withdrawal_paid', 'withdrawal_tax')`,
      )},
      'wrongBalances', ${found(
        Prisma.sql`user_id`,
        Prisma.sql`concat('unit=', unit, ' cached=', balance, ' sum=', entry_sum, ' entry_count=', entry_count, ' entries=', entries)`,
        Prisma.sql`whole WHERE user_id IS NOT NULL AND (balance <> entry_sum OR entry_count <> entries)`,
      )},
      'wrongHeads', ${found(
        Prisma.sql`user_id`,
        Prisma.sql`concat('unit=', unit, ' head=', encode(head_hash, 'hex'))`,
        Prisma.sql`whole WHERE user_id IS NOT NULL AND head_hash IS DISTINCT FROM newest_hash`,
      )},
      'negativeAccounts', ${found(
        Prisma.sql`user_id`,
        Prisma.sql`concat('unit=', unit, ' balance=', balance)`,
        Prisma.sql`whole WHERE user_id IS NOT NULL AND balance < 0 AND NOT is_in_debt`,
      )},
      'open', (SELECT json_build_object('id', account_id, 'sequence', sequence, 'entries', entries, 'sum', entry_sum::text,
          'balanceAfter', balance_after, 'hash', encode(hash, 'hex'))
        FROM totals WHERE account_id = (SELECT cut_at FROM reach)),
      'lastAccount', (SELECT through FROM reach)
    ) AS batch`
}

/**
 * `links`: the next entries with what is true of each; `totals`: their sums by account; `whole`: the accounts whose last entry was
 * read. Entries beyond the last account there is are read too: an entry without an account is a finding, and must not be skipped.
 */
function readBatch({ after, open }: AccountCursor, size: { accounts: number; entries: number }): Prisma.Sql {
  const afterSequence = open === null ? 2_147_483_647 : open.sequence
  const carried = (value: Prisma.Sql) => Prisma.sql`CASE WHEN account_id = ${after}::uuid THEN ${value} END`
  return Prisma.sql`
    WITH accounts AS MATERIALIZED (
      SELECT id, user_id, unit, balance, entry_count, head_hash, is_in_debt FROM credit_accounts
      WHERE ${open === null ? Prisma.sql`id > ${after}::uuid` : Prisma.sql`id >= ${after}::uuid`} ORDER BY id LIMIT ${size.accounts}
    ), counters AS MATERIALIZED (
      SELECT id, unit FROM credit_accounts WHERE platform_key IS NOT NULL
    ), listed AS (
      SELECT CASE WHEN (SELECT count(*) FROM accounts) = ${size.accounts} THEN (SELECT id FROM accounts ORDER BY id DESC LIMIT 1) END AS through
    ), read AS MATERIALIZED (
      SELECT e.id, e.idempotency_key, e.kind, e.account_id, e.counter_account_id, e.amount, e.balance_after, e.sequence, e.reverses_id, e.reference_id,
        e.previous_hash, e.hash, e.hash = entry_hash(e) AS is_hash_good
      FROM credit_entries e
      WHERE (e.account_id, e.sequence) > (${after}::uuid, ${afterSequence}::int)
        AND e.account_id <= coalesce((SELECT through FROM listed), 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
      ORDER BY e.account_id, e.sequence LIMIT ${size.entries}
    ), reach AS (
      SELECT through, CASE WHEN (SELECT count(*) FROM read) = ${size.entries}
        THEN (SELECT account_id FROM read ORDER BY account_id DESC LIMIT 1) END AS cut_at
      FROM listed
    ), links AS MATERIALIZED (
      SELECT read.*, owner.user_id AS owner_id, owner.unit AS owner_unit, counter.unit AS counter_unit,
        previous_hash IS NOT DISTINCT FROM lag(hash, 1, ${carried(Prisma.sql`decode(${open?.hash ?? null}::text, 'hex')`)}) OVER chain
          AND sequence = row_number() OVER chain + coalesce(${carried(Prisma.sql`${open?.entries ?? 0}::int`)}, 0) AS is_linked,
        balance_after = amount + coalesce(lag(balance_after, 1, ${carried(Prisma.sql`${open?.balanceAfter ?? 0}::int`)}) OVER chain, 0)
          AS is_balance_good
      FROM read LEFT JOIN accounts owner ON owner.id = read.account_id LEFT JOIN counters counter ON counter.id = read.counter_account_id
      WINDOW chain AS (PARTITION BY account_id ORDER BY sequence)
    ), reversals AS MATERIALIZED (
      SELECT r.id, r.kind, r.amount, r.idempotency_key, original.amount AS original_amount,
        original.id IS NOT NULL AND original.account_id = r.account_id
          AND (original.amount = -r.amount OR CASE
            -- The part of a price that was not delivered.
            WHEN r.kind = 'refund' AND r.idempotency_key ~ '^refund:[0-9a-f-]{36}$' AND r.amount BETWEEN 1 AND -original.amount THEN EXISTS (
              SELECT 1 FROM generations g WHERE g.id = substring(r.idempotency_key FROM 8)::uuid AND g.undelivered_credits = r.amount)
            ELSE false END)
          AND (r.kind <> 'refund' OR (original.kind = 'consume'
            AND replace(r.idempotency_key, 'refund:', 'charge:') = original.idempotency_key)) AS is_good
      FROM read r
      -- One look-up each, whatever the planner thinks of the table's size.
      LEFT JOIN LATERAL (
        SELECT o.id, o.account_id, o.amount, o.kind, o.idempotency_key FROM credit_entries o WHERE o.id = r.reverses_id OFFSET 0
      ) original ON true
      WHERE r.reverses_id IS NOT NULL OR r.kind = 'refund'
    ), totals AS MATERIALIZED (
      SELECT account_id, count(*)::int + coalesce(${carried(Prisma.sql`${open?.entries ?? 0}::int`)}, 0) AS entries,
        sum(amount) + coalesce(${carried(Prisma.sql`${open?.sum ?? '0'}::bigint`)}, 0) AS entry_sum,
        max(sequence) AS sequence, (array_agg(hash ORDER BY sequence DESC))[1] AS hash,
        (array_agg(balance_after ORDER BY sequence DESC))[1] AS balance_after
      FROM read GROUP BY account_id
    ), whole AS MATERIALIZED (
      SELECT a.*, coalesce(t.entries, ${carriedOf(after, Prisma.sql`${open?.entries ?? 0}::int`)}, 0) AS entries,
        coalesce(t.entry_sum, ${carriedOf(after, Prisma.sql`${open?.sum ?? '0'}::bigint`)}, 0) AS entry_sum,
        coalesce(t.hash, ${carriedOf(after, Prisma.sql`decode(${open?.hash ?? null}::text, 'hex')`)}) AS newest_hash
      FROM accounts a LEFT JOIN totals t ON t.account_id = a.id CROSS JOIN reach
      WHERE reach.cut_at IS NULL OR a.id < reach.cut_at
    )`
}

/** What the batch before read of this account, where it had to stop in the middle. */
function carriedOf(after: string, value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN a.id = ${after}::uuid THEN ${value} END`
}
