import { formatId } from '@mozhou/contracts/ids'
import type { PrismaTransaction } from '@mozhou/db/client'
import type { Finding, LedgerCheck } from './audit-check.ts'
import { findingsLimit } from './audit-check.ts'

/** What users own and what the platform gave come to zero in each unit, and every entry lies between a user and the platform. */
export const checkSums: LedgerCheck = async (prisma) => {
  const units = await prisma.$queryRaw<{ unit: string; users: bigint; platform: bigint; entries: number }[]>`
    SELECT u.unit, coalesce(u.total, 0) AS users, coalesce(p.total, 0) AS platform, coalesce(p.entries, 0)::int AS entries
    FROM (SELECT unit, sum(balance) AS total FROM credit_accounts GROUP BY unit) u
    LEFT JOIN (
      SELECT c.unit, -sum(e.amount) AS total, count(*) AS entries
      FROM credit_entries e JOIN credit_accounts c ON c.id = e.counter_account_id
      WHERE c.platform_key IS NOT NULL GROUP BY c.unit
    ) p USING (unit)
    ORDER BY u.unit`
  const misdirected = await prisma.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM credit_entries e
    JOIN credit_accounts a ON a.id = e.account_id JOIN credit_accounts c ON c.id = e.counter_account_id
    WHERE a.user_id IS NULL OR c.platform_key IS NULL OR a.unit <> c.unit LIMIT ${findingsLimit}`
  const unequal = units.filter((row) => row.users + row.platform !== 0n)
  return {
    checked: units.reduce((sum, row) => sum + row.entries, 0),
    findings: [
      ...unequal.map((row) => ({ id: row.unit, detail: `users=${row.users} platform=${row.platform}` })),
      ...misdirected.map((row) => ({ id: formatId('entry', row.id), detail: 'accounts' })),
    ].slice(0, findingsLimit),
  }
}

export const checkBalances: LedgerCheck = async (prisma) => {
  const rows = await prisma.$queryRaw<{ userId: string; detail: string }[]>`
    SELECT a.user_id AS "userId", concat('unit=', a.unit, ' cached=', a.balance, ' sum=', coalesce(sum(e.amount), 0),
      ' entry_count=', a.entry_count, ' entries=', count(e.id)) AS detail
    FROM credit_accounts a LEFT JOIN credit_entries e ON e.account_id = a.id
    WHERE a.user_id IS NOT NULL GROUP BY a.id
    HAVING a.balance <> coalesce(sum(e.amount), 0) OR a.entry_count <> count(e.id)
    LIMIT ${findingsLimit}`
  return { checked: await countUserAccounts(prisma), findings: rows.map(toAccountFinding) }
}

export const checkNegativeBalances: LedgerCheck = async (prisma) => {
  const accounts = await prisma.$queryRaw<{ userId: string; detail: string }[]>`
    SELECT user_id AS "userId", concat('unit=', unit, ' balance=', balance) AS detail
    FROM credit_accounts WHERE balance < 0 AND NOT is_in_debt LIMIT ${findingsLimit}`
  const entries = await prisma.$queryRaw<{ id: string; detail: string }[]>`
    SELECT id, concat('kind=', kind, ' amount=', amount, ' balance_after=', balance_after) AS detail
    FROM credit_entries WHERE balance_after < 0 AND amount < 0 AND kind <> 'clawback' LIMIT ${findingsLimit}`
  return {
    checked: await countUserAccounts(prisma),
    findings: [...accounts.map(toAccountFinding), ...entries.map(toEntryFinding)].slice(0, findingsLimit),
  }
}

/** Per statement, so that each stays far below the time after which the database cuts a statement. */
const batch = { accounts: 5_000, entries: 50_000 }

export const checkChains: LedgerCheck = async (prisma) => {
  const findings: Finding[] = []
  let checked = 0
  let after = '00000000-0000-0000-0000-000000000000'
  while (findings.length < findingsLimit) {
    const accounts = await nextAccounts(prisma, after)
    const last = accounts.at(-1)
    if (!last) break
    findings.push(...(await brokenLinks(prisma, after, last.id)), ...(await wrongHeads(prisma, after, last.id)))
    checked += accounts.reduce((sum, account) => sum + account.entries, 0)
    after = last.id
  }
  return { checked, findings: findings.slice(0, findingsLimit) }
}

/** In the order of ids, as many as have `batch.entries` together, but at least one. */
function nextAccounts(prisma: PrismaTransaction, after: string): Promise<{ id: string; entries: number }[]> {
  return prisma.$queryRaw`
    SELECT id, entries FROM (
      SELECT id, entry_count AS entries, sum(entry_count) OVER (ORDER BY id) - entry_count AS before
      FROM (
        SELECT id, entry_count FROM credit_accounts
        WHERE user_id IS NOT NULL AND id > ${after}::uuid ORDER BY id LIMIT ${batch.accounts}
      ) next
    ) counted
    WHERE before < ${batch.entries} ORDER BY id`
}

async function brokenLinks(prisma: PrismaTransaction, after: string, through: string): Promise<Finding[]> {
  const rows = await prisma.$queryRaw<{ id: string; detail: string }[]>`
    SELECT id, concat('sequence=', sequence, ' hash=', is_hash_good, ' previous=', is_linked, ' balance=', is_balance_good) AS detail
    FROM (
      SELECT id, sequence, hash = entry_hash(e) AS is_hash_good,
        previous_hash IS NOT DISTINCT FROM lag(hash) OVER chain AND sequence = row_number() OVER chain AS is_linked,
        balance_after = amount + coalesce(lag(balance_after) OVER chain, 0) AS is_balance_good
      FROM credit_entries e WHERE account_id > ${after}::uuid AND account_id <= ${through}::uuid
      WINDOW chain AS (PARTITION BY account_id ORDER BY sequence)
    ) links
    WHERE NOT (is_hash_good AND is_linked AND is_balance_good) LIMIT ${findingsLimit}`
  return rows.map(toEntryFinding)
}

async function wrongHeads(prisma: PrismaTransaction, after: string, through: string): Promise<Finding[]> {
  const rows = await prisma.$queryRaw<{ userId: string; detail: string }[]>`
    SELECT a.user_id AS "userId", concat('unit=', a.unit, ' head=', encode(a.head_hash, 'hex')) AS detail
    FROM credit_accounts a
    LEFT JOIN LATERAL (
      SELECT hash FROM credit_entries WHERE account_id = a.id ORDER BY sequence DESC LIMIT 1
    ) newest ON true
    WHERE a.user_id IS NOT NULL AND a.id > ${after}::uuid AND a.id <= ${through}::uuid
      AND a.head_hash IS DISTINCT FROM newest.hash LIMIT ${findingsLimit}`
  return rows.map(toAccountFinding)
}

function countUserAccounts(prisma: PrismaTransaction): Promise<number> {
  return prisma.creditAccount.count({ where: { userId: { not: null } } })
}

function toAccountFinding(row: { userId: string; detail: string }): Finding {
  return { id: formatId('user', row.userId), detail: row.detail }
}

function toEntryFinding(row: { id: string; detail: string }): Finding {
  return { id: formatId('entry', row.id), detail: row.detail }
}
