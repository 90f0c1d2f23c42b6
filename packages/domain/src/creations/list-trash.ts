import type { ListTrashInput } from '@mozhou/contracts/creations/inputs'
import type { TrashedCreationDto } from '@mozhou/contracts/creations/answers'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { decodeCursor, encodeCursor } from '../paging.ts'
import { toCreationRow } from './creation-row.ts'
import type { CreationRow } from './creation-row.ts'
import { daysLeft, purgeableBefore } from './trash-rules.ts'

interface TrashedRow extends CreationRow {
  deletedAt: Date
}

/** What a person deleted and can still bring back, last deleted first. */
export async function listTrash(
  ctx: Pick<GenerationsContext, 'prisma' | 'clock' | 'fulfilments'>,
  input: ListTrashInput & { userId: string },
): Promise<Page<TrashedCreationDto>> {
  const now = ctx.clock.now()
  const after = input.cursor === null || input.cursor === undefined ? null : decodeCursor(input.cursor)
  const place = after ? Prisma.sql`AND (deleted_at, id) < (${after.createdAt}, ${after.id}::uuid)` : Prisma.empty
  const rows = await ctx.prisma.$queryRaw<TrashedRow[]>`
    SELECT id, kind, tool_key AS "toolKey", title, status, is_incomplete AS "isIncomplete", word_count AS "wordCount",
      created_at AS "createdAt", updated_at AS "updatedAt", deleted_at AS "deletedAt"
    FROM creations
    WHERE user_id = ${input.userId}::uuid AND deleted_at > ${purgeableBefore(now)} AND purged_at IS NULL ${place}
    ORDER BY deleted_at DESC, id DESC LIMIT ${input.limit + 1}`
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      ...toCreationRow(ctx, row),
      deletedAt: row.deletedAt.toISOString(),
      daysLeft: daysLeft(row.deletedAt, now),
    })),
    nextCursor: rows.length > input.limit && last ? encodeCursor({ createdAt: last.deletedAt, id: last.id }) : null,
  }
}
