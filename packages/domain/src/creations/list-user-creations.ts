import type { UserCreationDto } from '@mozhou/contracts/creations/admin-answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Page, PageInput } from '@mozhou/contracts/page'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { workState } from '../work-state.ts'
import { creationRowSelect, toCreationRow } from './creation-row.ts'

/** Somebody's works for operators, newest first: those in the trash and the purged ones too, drafts not. Titles, never texts. */
export async function listUserCreations(
  ctx: Pick<GenerationsContext, 'prisma' | 'fulfilments'>,
  { userId, cursor, limit }: PageInput & { userId: string },
): Promise<Page<UserCreationDto>> {
  const rows = await ctx.prisma.creation.findMany({
    where: { userId, status: { not: 'draft' }, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: {
      ...creationRowSelect,
      deletedAt: true,
      purgedAt: true,
      _count: { select: { generations: true } },
      generations: { orderBy: { ordinal: 'desc' }, take: 1, select: { id: true } },
    },
  })
  return toPage(rows, limit, (row) => {
    const [last] = row.generations
    return {
      ...toCreationRow(ctx, row),
      state: workState(row),
      generations: row._count.generations,
      lastGenerationId: last ? formatId('generation', last.id) : null,
    }
  })
}
