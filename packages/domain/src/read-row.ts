import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from './context.ts'

/**
 * The one row that `query` finds, or null, in one round trip and one transaction. It comes as one JSON value (Prisma converts a row column
 * by column, at more cost than the rest of its work), so instants are texts and a bigint has to be selected as text.
 */
export async function readRow<Row>(ctx: Pick<TxContext, 'prisma'>, query: Prisma.Sql): Promise<Row | null> {
  const rows = await ctx.prisma.$queryRaw<{ row: Row }[]>`SELECT to_json(found) AS row FROM (${query}) AS found`
  return rows[0]?.row ?? null
}
