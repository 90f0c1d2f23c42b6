import { AppError } from '@mozhou/contracts/errors'
import type { FilesContext } from './files-context.ts'

/**
 * Before anything is read: the statement that keeps a file decides, and this spares what it would refuse.
 * @throws AppError FILES_FULL
 */
export async function refuseWhenFull(
  ctx: Pick<FilesContext, 'prisma' | 'settings'>,
  { userId, moreBytes }: { userId: string; moreBytes: number },
): Promise<void> {
  const limit = BigInt(ctx.settings.fileSpaceMegabytes) * 1_000_000n
  const space = await ctx.prisma.fileSpace.findUnique({ where: { userId }, select: { bytes: true, heldBytes: true } })
  if ((space?.bytes ?? 0n) + (space?.heldBytes ?? 0n) + BigInt(moreBytes) > limit)
    throw new AppError('FILES_FULL', { limit: ctx.settings.fileSpaceMegabytes, field: 'file' })
}
