import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'

/** One's own. @throws AppError SAVED_FILTER_NOT_FOUND */
export async function removeFilter(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, filterId }: { userId: string; filterId: string },
): Promise<void> {
  const removed = await ctx.prisma.savedFilter.deleteMany({ where: { id: filterId, userId } })
  if (removed.count === 0) throw new AppError('SAVED_FILTER_NOT_FOUND')
}
