import type { SavedFilterDto } from '@mozhou/contracts/saved-filters/answers'
import { savedSearchAnswer } from '@mozhou/contracts/saved-filters/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { SavedTable } from '@mozhou/contracts/saved-filters/kinds'
import { mostSavedFilters } from '@mozhou/contracts/saved-filters/kinds'
import type { DomainContext } from '../context.ts'

/** A person's own for one list, by name. */
export async function listSavedFilters(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, table }: { userId: string; table: SavedTable },
): Promise<SavedFilterDto[]> {
  const rows = await ctx.prisma.savedFilter.findMany({
    where: { userId, tableName: table },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostSavedFilters,
    select: { id: true, name: true, search: true },
  })
  return rows.map(({ id, name, search }) => ({
    id: formatId('savedFilter', id),
    name,
    search: savedSearchAnswer.parse(search),
  }))
}
