import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import {
  storedConfirmation,
  storedContentType,
  storedPlatform,
  storedPublicationStatus,
  storedRoute,
} from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedHandoff, storedPackage, storedRef } from './stored-package.ts'

const columns = {
  id: true,
  userId: true,
  creationId: true,
  accountId: true,
  platform: true,
  contentType: true,
  route: true,
  package: true,
  contentHash: true,
  title: true,
  status: true,
  confirmation: true,
  round: true,
  ref: true,
  handoff: true,
  url: true,
  dueAt: true,
  nextLookAt: true,
  looks: true,
  watchedUntil: true,
} as const

export type LockedPublication = Awaited<ReturnType<typeof readPublication>>

async function readPublication(tx: Pick<TxContext, 'prisma'>, id: string) {
  const row = await tx.prisma.publication.findUniqueOrThrow({ where: { id }, select: columns })
  return {
    ...row,
    platform: storedPlatform(row.platform),
    contentType: storedContentType(row.contentType),
    route: storedRoute(row.route),
    package: storedPackage(row.package),
    status: storedPublicationStatus(row.status),
    confirmation: row.confirmation === null ? null : storedConfirmation(row.confirmation),
    ref: storedRef(row.ref),
    handoff: storedHandoff(row.handoff),
  }
}

/**
 * Does something with a publication that nobody else moves until commit; of two that decide, the second finds it done.
 * @throws AppError PUBLICATION_NOT_FOUND, also for one of somebody else when `userId` is named
 */
export async function changePublication<T>(
  ctx: PublicationsContext,
  { publicationId, userId }: { publicationId: string; userId?: string | undefined },
  work: (tx: TxContext, row: LockedPublication) => Promise<T>,
): Promise<T> {
  const [result, owner] = await inTransaction(ctx, async (tx) => {
    const [found] = await tx.prisma.$queryRaw<{ user_id: string }[]>`
      SELECT user_id FROM publications WHERE id = ${publicationId}::uuid FOR UPDATE`
    if (found === undefined || (userId !== undefined && found.user_id !== userId))
      throw new AppError('PUBLICATION_NOT_FOUND')
    return [await work(tx, await readPublication(tx, publicationId)), found.user_id] as const
  })
  await wakeReaders(ctx, owner)
  return result
}
