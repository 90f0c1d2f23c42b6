import type { PrismaTransaction } from '@mozhou/db/client'

/** About as many as an audit will read. Generations as PostgreSQL last counted them: counting them now would read them all. */
export async function expectedRows(prisma: PrismaTransaction): Promise<number> {
  const [row] = await prisma.$queryRaw<{ total: number }[]>`
    SELECT least((SELECT coalesce(sum(entry_count + 1), 0) FROM credit_accounts WHERE user_id IS NOT NULL)
      + (SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'generations'::regclass), 2147483647)::int AS total`
  return row?.total ?? 0
}
