import type { DomainContext } from '../context.ts'
import { purgeableBefore } from './trash-rules.ts'

/** Works per statement: each may hold many long versions. */
const batch = 100

/**
 * Takes the texts of works whose 30 days in the trash are over: titles, results, what the models wrote, the forms, the search row.
 * Rows, numbers and times stay, because ledger entries, usage rows and receipts refer to them (docs/decisions/019). One statement per
 * batch; a work is purged whole or not at all.
 */
export async function purgeTrash(ctx: DomainContext): Promise<{ purged: number }> {
  let purged = 0
  for (;;) {
    const count = await purgeBatch(ctx)
    purged += count
    if (count < batch) return { purged }
  }
}

function purgeBatch(ctx: DomainContext): Promise<number> {
  const now = ctx.clock.now()
  return ctx.prisma.$executeRaw`
    WITH due AS (
      SELECT id FROM creations
      WHERE deleted_at <= ${purgeableBefore(now)} AND purged_at IS NULL
      ORDER BY deleted_at LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ), versions AS (
      UPDATE creation_versions SET title = '', result = '{}', checks = '[]', raw_text = '' FROM due WHERE creation_id = due.id
    ), forms AS (
      UPDATE generations SET input = '{}', draft_text = '', plan = NULL FROM due WHERE creation_id = due.id
    ), search AS (
      DELETE FROM creation_search USING due WHERE creation_id = due.id
    )
    UPDATE creations SET title = '', copied_form = NULL, purged_at = ${now} FROM due WHERE creations.id = due.id`
}
