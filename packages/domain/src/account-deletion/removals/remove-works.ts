import { Prisma } from '@mozhou/db/client'
import { purgeWorks } from '../../creations/purge-works.ts'
import type { Removal } from '../removal.ts'
import { upToBatch } from '../removal.ts'

/** Works of one statement: each may hold many long versions. */
const most = 100

/**
 * As when the days in the trash are over: titles, forms, texts and search rows go, the rows with their numbers stay, for entries of the ledger,
 * receipts and usage refer to them (docs/decisions/019). Of files that left the platform those without the label of an AI stay as rows of
 * ids, as the labelling measures (article 9) want them logged.
 */
export const removeWorks: Removal = {
  label: '删除作品',
  async take(tx, { userId }) {
    const due = Prisma.sql`SELECT id FROM creations WHERE user_id = ${userId}::uuid AND purged_at IS NULL LIMIT ${most} FOR UPDATE`
    const purged = await purgeWorks(tx, due)
    const exports = await tx.prisma.$executeRaw`
      DELETE FROM creation_exports e USING creations c WHERE c.id = e.creation_id AND c.user_id = ${userId}::uuid AND e.is_labelled`
    const { works, versions, searchRows } = purged
    return upToBatch({ works, versions, search_rows: searchRows, exports }, works, most)
  },
}
