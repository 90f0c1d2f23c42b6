import type { RefundDto } from '@mozhou/contracts/generations/ledger-answers'
import { formatId } from '@mozhou/contracts/ids'
import type { CreditRefundsInput } from '@mozhou/contracts/credits/inputs'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { findPeople } from '../find-people.ts'
import type { DomainContext } from '../context.ts'
import { decodeCursor, toPage } from '../paging.ts'
import { withinDays } from '../shanghai-range.ts'
import { readPaidWorks } from './paid-work.ts'
import type { TransactionRow } from './transaction-dto.ts'
import { toTransactionDto } from './transaction-dto.ts'

/** Every refund of the platform, newest first. */
export async function listRefunds(
  ctx: Pick<DomainContext, 'prisma'>,
  { search = '', ...input }: CreditRefundsInput,
): Promise<Page<RefundDto>> {
  const position = input.cursor ? decodeCursor(input.cursor) : null
  const after = position
    ? Prisma.sql`AND (entry.created_at, entry.id) < (${position.createdAt.toISOString()}::timestamptz, ${position.id}::uuid)`
    : Prisma.empty
  const people = search === '' ? null : await findPeople(ctx, search)
  const ofPeople = people
    ? Prisma.sql`AND entry.account_id IN (SELECT id FROM credit_accounts WHERE user_id = ANY (${people}::uuid[]))`
    : Prisma.empty
  const days = withinDays(Prisma.sql`entry.created_at`, input)
  const rows = await ctx.prisma.$queryRaw<RefundRow[]>`
    SELECT entry.id, entry.kind, account.unit, entry.amount, entry.balance_after AS "balanceAfter", entry.reason,
      entry.reference_type AS "referenceType", entry.reference_id AS "referenceId", entry.reverses_id AS "reversesId",
      entry.created_at AS "createdAt", users.id AS "userId", users.username, generations.failure_code AS "failureCode"
    FROM (
      SELECT * FROM credit_entries entry WHERE kind = 'refund' ${after} ${ofPeople} ${days}
      ORDER BY created_at DESC, id DESC LIMIT ${input.limit + 1}
    ) entry
    JOIN credit_accounts account ON account.id = entry.account_id
    JOIN users ON users.id = account.user_id
    LEFT JOIN generations ON generations.id = CASE entry.reference_type WHEN 'generation' THEN entry.reference_id::uuid END
    ORDER BY entry.created_at DESC, entry.id DESC`
  const works = await readPaidWorks(ctx, rows)
  return toPage(rows, input.limit, (row) => ({
    ...toTransactionDto(row),
    work: works.get(row.referenceId) ?? null,
    userId: formatId('user', row.userId),
    username: row.username,
    failureCode: row.failureCode,
  }))
}

interface RefundRow extends TransactionRow {
  userId: string
  username: string
  failureCode: string | null
}
