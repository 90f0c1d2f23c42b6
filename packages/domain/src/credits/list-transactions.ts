import { formatId } from '@mozhou/contracts/ids'
import type { ListTransactionsInput } from '@mozhou/contracts/credits/inputs'
import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { decodeCursor, toPage } from '../paging.ts'
import type { Cursor } from '../paging.ts'
import type { LedgerContext } from './post-entry.ts'
import { readPaidWorks } from './paid-work.ts'
import type { TransactionRow } from './transaction-dto.ts'
import { toTransactionDto } from './transaction-dto.ts'

/** Newest first, each with the work that it was for. @throws AppError VALIDATION_FAILED for a cursor that is none of ours */
export async function listTransactions(
  ctx: Pick<LedgerContext, 'prisma'>,
  input: ListTransactionsInput & { userId: string },
): Promise<Page<LedgerRowDto>> {
  const position = typeof input.cursor === 'string' ? decodeCursor(input.cursor) : null
  const account = await ctx.prisma.creditAccount.findUnique({
    where: { userId_unit: { userId: input.userId, unit: input.unit } },
    select: { id: true },
  })
  if (!account) return { items: [], nextCursor: null }
  const conditions = Prisma.join(listConditions(account.id, input, position), ' AND ')
  const rows = await ctx.prisma.$queryRaw<Omit<TransactionRow, 'unit'>[]>`
    SELECT id, kind, amount, balance_after AS "balanceAfter", reason, reference_type AS "referenceType",
      reference_id AS "referenceId", reverses_id AS "reversesId", created_at AS "createdAt"
    FROM credit_entries WHERE ${conditions} ORDER BY created_at DESC, id DESC LIMIT ${input.limit + 1}`
  const works = await readPaidWorks(ctx, rows)
  return toPage(rows, input.limit, (row) => ({
    ...toTransactionDto({ ...row, unit: input.unit }),
    work: works.get(row.referenceId) ?? null,
    orderId: row.referenceType === 'order' ? formatId('order', row.referenceId) : null,
  }))
}

/** The row comparison lets the index begin at the cursor, however deep the page. */
function listConditions(accountId: string, input: ListTransactionsInput, position: Cursor | null): Prisma.Sql[] {
  const conditions = [Prisma.sql`account_id = ${accountId}::uuid`]
  if (position) {
    const { createdAt, id } = position
    conditions.push(Prisma.sql`(created_at, id) < (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`)
  }
  if (input.kind !== undefined) conditions.push(Prisma.sql`kind = ${input.kind}`)
  if (input.direction !== undefined)
    conditions.push(input.direction === 'in' ? Prisma.sql`amount > 0` : Prisma.sql`amount < 0`)
  if (input.from !== undefined) conditions.push(Prisma.sql`created_at >= ${input.from}::timestamptz`)
  if (input.to !== undefined) conditions.push(Prisma.sql`created_at < ${input.to}::timestamptz`)
  return conditions
}
