import type { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'

export interface PurgedWorks {
  works: number
  versions: number
  searchRows: number
}

/**
 * Takes the texts of works: titles, results, what the models wrote, the forms, what was made of them for platforms, the search row. Rows, numbers and times stay, because ledger
 * entries, usage rows and receipts refer to them (docs/decisions/019). One statement: a work is purged whole or not at all.
 * @param due selects ids of works, and locks them
 */
export async function purgeWorks(
  ctx: Pick<DomainContext, 'clock'> & Pick<TxContext, 'prisma'>,
  due: Prisma.Sql,
): Promise<PurgedWorks> {
  const now = ctx.clock.now()
  const [purged] = await ctx.prisma.$queryRaw<[PurgedWorks]>`
    WITH due AS (${due}), versions AS (
      UPDATE creation_versions SET title = '', result = '{}', checks = '[]', raw_text = '' FROM due WHERE creation_id = due.id RETURNING 1
    ), forms AS (
      UPDATE generations SET input = '{}', draft_text = '', plan = NULL FROM due WHERE creation_id = due.id
    ), drafts AS (
      DELETE FROM publications USING due WHERE creation_id = due.id AND status = 'draft'
    ), publications AS (
      UPDATE publications SET title = '', changes = '[]', handoff = NULL, report = report || '{"results":[]}',
        package = package || '{"title":"","digest":"","tags":[],"media":[],"cover":null,"body":{"form":"text","text":""}}'
      FROM due WHERE creation_id = due.id AND status <> 'draft'
    ), search AS (
      DELETE FROM creation_search USING due WHERE creation_id = due.id RETURNING 1
    ), works AS (
      UPDATE creations SET title = '', copied_form = NULL, purged_at = ${now}, deleted_at = coalesce(deleted_at, ${now})
      FROM due WHERE creations.id = due.id RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM works) AS works, (SELECT count(*)::int FROM versions) AS versions,
      (SELECT count(*)::int FROM search) AS "searchRows"`
  return purged
}
