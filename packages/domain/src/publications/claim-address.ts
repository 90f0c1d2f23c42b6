import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import type { LockedPublication } from './lock-publication.ts'
import { pieceKeyOf } from './piece-key.ts'

/**
 * One piece at a platform is one publication. Whoever says that it is theirs waits until commit for another who says it at the same time.
 * @throws AppError PUBLICATION_URL_TAKEN, PUBLICATION_URL_TAKEN_ELSEWHERE
 */
export async function claimAddress(
  tx: TxContext,
  { id, userId, platform }: LockedPublication,
  url: string,
): Promise<void> {
  const key = pieceKeyOf(url)
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`piece:${platform}:${key}`}, 5))`
  const near = await tx.prisma.publication.findMany({
    where: { platform, id: { not: id }, url: { contains: key } },
    select: { userId: true, title: true, url: true },
  })
  const others = near.filter((one) => one.url !== null && pieceKeyOf(one.url) === key)
  const own = others.find((one) => one.userId === userId)
  if (own) throw new AppError('PUBLICATION_URL_TAKEN', { title: own.title })
  if (others.length > 0) throw new AppError('PUBLICATION_URL_TAKEN_ELSEWHERE')
}
