import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { purgeWorks } from './purge-works.ts'
import { purgeableBefore } from './trash-rules.ts'

/** Works per statement: each may hold many long versions. */
const batch = 100

/** Takes the texts of works whose 30 days in the trash are over. One statement per batch. */
export async function purgeTrash(ctx: DomainContext): Promise<{ purged: number }> {
  let purged = 0
  for (;;) {
    const due = Prisma.sql`
      SELECT id FROM creations
      WHERE deleted_at <= ${purgeableBefore(ctx.clock.now())} AND purged_at IS NULL
      ORDER BY deleted_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`
    const { works } = await purgeWorks(ctx, due)
    purged += works
    if (works < batch) return { purged }
  }
}
