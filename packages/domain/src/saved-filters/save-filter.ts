import { AppError } from '@mozhou/contracts/errors'
import type { SavedFilterDto } from '@mozhou/contracts/saved-filters/answers'
import type { SaveFilterInput } from '@mozhou/contracts/saved-filters/inputs'
import { mostSavedFilters } from '@mozhou/contracts/saved-filters/kinds'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { listSavedFilters } from './list-saved-filters.ts'

/** Keeps it under its name, instead of what was there. @throws AppError SAVED_FILTER_LIMIT */
export async function saveFilter(
  ctx: DomainContext,
  { userId, table, name, search }: SaveFilterInput & { userId: string },
): Promise<SavedFilterDto[]> {
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const now = tx.clock.now()
    const named = { userId, tableName: table, name }
    const changed = await tx.prisma.savedFilter.updateMany({ where: named, data: { search, updatedAt: now } })
    if (changed.count > 0) return
    const there = await tx.prisma.savedFilter.count({ where: { userId, tableName: table } })
    if (there >= mostSavedFilters) throw new AppError('SAVED_FILTER_LIMIT')
    const row = { id: tx.newId(), ...named, search, createdAt: now, updatedAt: now }
    await tx.prisma.savedFilter.create({ data: row, select: { id: true } })
  })
  return listSavedFilters(ctx, { userId, table })
}
