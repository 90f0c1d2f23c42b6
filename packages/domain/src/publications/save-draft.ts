import { AppError } from '@mozhou/contracts/errors'
import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import type { SaveDraftInput } from '@mozhou/contracts/publications/inputs'
import { Prisma } from '@mozhou/db/client'
import { lockUser } from '../accounts/lock-user.ts'
import { getPlatformRules } from '../platform-rules/get-platform-rules.ts'
import { inTransaction } from '../transaction.ts'
import { contentHash } from './content-hash.ts'
import { findDuplicate } from './find-duplicate.ts'
import { getPublicationDetail } from './get-publication.ts'
import { loadWork } from './load-work.ts'
import { makePackage } from './make-package.ts'
import { loadAccount, optionsOf } from './preview-publications.ts'
import type { PublicationsContext } from './publications-context.ts'
import { packageColumns } from './publish.ts'
import { permitted } from './transitions.ts'
import { storedPublicationStatus } from '../stored-columns.ts'

/**
 * Keeps what a person made of a package: as the draft of this work and account, or in place of what is planned and not yet on its way.
 * @throws AppError as `loadWork`, PLATFORM_ACCOUNT_NOT_FOUND, PUBLICATION_NOT_FOUND, PUBLICATION_STATE
 */
export async function saveDraft(
  ctx: PublicationsContext,
  input: SaveDraftInput & { userId: string },
): Promise<PublicationDetailDto> {
  const { userId, accountId, publicationId } = input
  const options = optionsOf(input)
  const [work, account, rules] = await Promise.all([
    loadWork(ctx, { ...input, options }),
    loadAccount(ctx, { userId, accountId }),
    getPlatformRules(ctx),
  ])
  const made = makePackage({ ...account, connector: ctx.connectors[account.platform] }, work.document, input, {
    at: ctx.clock.now(),
    rules,
  })
  const columns = packageColumns({ work, options }, { made, hash: contentHash(made.package) })
  const id = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const now = tx.clock.now()
    const present = await tx.prisma.publication.findFirst({
      where:
        publicationId === undefined
          ? { userId, accountId, creationId: work.creationId, status: 'draft' }
          : { id: publicationId, userId, accountId },
      select: { id: true, status: true },
    })
    if (publicationId !== undefined && !present) throw new AppError('PUBLICATION_NOT_FOUND')
    if (present) {
      if (!permitted(storedPublicationStatus(present.status)).edit) throw new AppError('PUBLICATION_STATE')
      const isPlanned = present.status !== 'draft'
      const same = { accountId, hash: columns.contentHash, except: present.id }
      if (isPlanned && (await findDuplicate(tx, same)) !== null)
        throw new AppError('PUBLICATION_DUPLICATE', { account: account.name })
      // What was uploaded belonged to what it was.
      const { count } = await tx.prisma.publication.updateMany({
        where: { id: present.id, status: present.status },
        data: { ...columns, uploads: Prisma.DbNull, updatedAt: now },
      })
      if (count === 0) throw new AppError('PUBLICATION_STATE')
      return present.id
    }
    const created = await tx.prisma.publication.create({
      data: {
        ...columns,
        id: tx.newId(),
        userId,
        accountId,
        platform: account.platform,
        status: 'draft',
        batchId: tx.newId(),
        createdAt: now,
        updatedAt: now,
        history: { create: { id: tx.newId(), to: 'draft', source: 'person', at: now } },
      },
      select: { id: true },
    })
    return created.id
  })
  return getPublicationDetail(ctx, { userId, publicationId: id })
}

/** @throws AppError PUBLICATION_NOT_FOUND for anything but a draft of one's own */
export async function removeDraft(
  { prisma }: Pick<PublicationsContext, 'prisma'>,
  { userId, publicationId }: { userId: string; publicationId: string },
): Promise<void> {
  const { count } = await prisma.publication.deleteMany({ where: { id: publicationId, userId, status: 'draft' } })
  if (count === 0) throw new AppError('PUBLICATION_NOT_FOUND')
}
