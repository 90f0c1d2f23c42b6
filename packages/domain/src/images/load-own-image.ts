import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'

/** A person's own work of pictures. @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH, CREATION_HAS_NO_PICTURES */
export async function loadOwnImage(
  ctx: Pick<DomainContext, 'prisma'>,
  { creationId, userId }: { creationId: string; userId: string },
) {
  const row = await ctx.prisma.creation.findUnique({
    where: { id: creationId, userId, purgedAt: null },
    select: { id: true, kind: true, title: true, toolKey: true, deletedAt: true, copiedForm: true },
  })
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  if (row.kind !== 'image') throw new AppError('CREATION_HAS_NO_PICTURES')
  if (row.deletedAt !== null) throw new AppError('CREATION_IN_TRASH')
  return row
}
