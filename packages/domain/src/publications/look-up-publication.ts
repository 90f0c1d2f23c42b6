import { AppError } from '@mozhou/contracts/errors'
import type { HistorySource, PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { openSession } from './account-session.ts'
import { concludeStanding } from './conclude-standing.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { backoffMs } from './slot-rules.ts'
import { storedRef } from './stored-package.ts'
import { storedPlatform } from '../stored-columns.ts'

interface Looking {
  publicationId: string
  signal: AbortSignal
  source?: HistorySource
}

/** Asks the platform where a publication stands, and writes down what it says. A platform that is away is asked again, later each time. */
export async function lookUpPublication(
  ctx: PublicationsContext,
  { publicationId, signal, source = 'workflow' }: Looking,
): Promise<{ status: PublicationStatus }> {
  const row = await ctx.prisma.publication.findUnique({
    where: { id: publicationId },
    select: { platform: true, accountId: true, ref: true },
  })
  if (row === null) throw new AppError('PUBLICATION_NOT_FOUND')
  const ref = storedRef(row.ref)
  if (ref === null) throw new Error(`publication ${publicationId} has nothing to be looked up by`)
  const connector = connectorOf(ctx, storedPlatform(row.platform))
  try {
    const session = await openSession(ctx, connector, row.accountId)
    const standing = await connector.lookUp(session, ref, signal)
    return await changePublication(ctx, { publicationId }, async (tx, current) => ({
      status: await concludeStanding(ctx, tx, current, { standing, kind: 'platform_status', source }),
    }))
  } catch (cause) {
    const isGone = cause instanceof AppError && cause.code === 'PLATFORM_ACCOUNT_NOT_FOUND'
    if (!isGone && !(cause instanceof VendorError)) throw cause
    ctx.log.info({ err: cause, publicationId }, 'a publication could not be looked up')
    return postpone(ctx, publicationId, cause instanceof VendorError ? (cause.details.retryAfterMs ?? null) : null)
  }
}

async function postpone(
  ctx: PublicationsContext,
  publicationId: string,
  namedMs: number | null,
): Promise<{ status: PublicationStatus }> {
  return changePublication(ctx, { publicationId }, async (tx, row) => {
    const now = tx.clock.now()
    const nextLookAt = new Date(now.getTime() + backoffMs(4 + row.looks, namedMs))
    await tx.prisma.publication.update({ where: { id: row.id }, data: { nextLookAt }, select: { id: true } })
    return { status: row.status }
  })
}
