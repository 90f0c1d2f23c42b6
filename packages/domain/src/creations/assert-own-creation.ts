import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'

/** @throws AppError CREATION_NOT_FOUND when it is not this user's, CREATION_IN_TRASH. */
export async function assertOwnCreation(
  ctx: DomainContext,
  { creationId, userId }: { creationId: string; userId: string },
): Promise<void> {
  const row = await ctx.prisma.creation.findUnique({
    where: { id: creationId, userId, purgedAt: null },
    select: { deletedAt: true },
  })
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  if (row.deletedAt !== null) throw new AppError('CREATION_IN_TRASH')
}
