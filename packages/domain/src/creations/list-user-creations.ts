import type { UserCreationDto } from '@mozhou/contracts/creations/admin-answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Page, PageInput } from '@mozhou/contracts/page'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { fulfilmentOf } from '../generations/fulfilment.ts'
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
  const pieces = await piecesOf(ctx, rows)
  return toPage(rows, limit, (row) => {
    const [last] = row.generations
    return {
      ...toCreationRow(ctx, row),
      pieces: pieces(row),
      state: workState(row),
      generations: row._count.generations,
      lastGenerationId: last ? formatId('generation', last.id) : null,
    }
  })
}

/** How many pieces a work holds, of kinds that are counted so; null of others. */
async function piecesOf(
  ctx: Pick<GenerationsContext, 'prisma' | 'fulfilments'>,
  rows: readonly { id: string; kind: string }[],
): Promise<(row: { id: string; kind: string }) => number | null> {
  const counts = new Map<string, ReadonlyMap<string, number>>()
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id)
    const counted = await fulfilmentOf(ctx, kind).pieces?.(ctx, ids)
    if (counted) counts.set(kind, counted)
  }
  return ({ id, kind }) => {
    const counted = counts.get(kind)
    return counted ? (counted.get(id) ?? 0) : null
  }
}
