import { AppError } from '@mozhou/contracts/errors'
import type { HistorySource, PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { PublishingConnector, Standing } from '@mozhou/integrations/publishing/port'
import { openSession } from './account-session.ts'
import { concludePage } from './conclude-page.ts'
import { concludeStanding } from './conclude-standing.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import type { LockedPublication } from './lock-publication.ts'
import { markUnusable } from './mark-unusable.ts'
import type { PublicationsContext } from './publications-context.ts'
import { backoffMs } from './slot-rules.ts'

interface Looking {
  publicationId: string
  signal: AbortSignal
  source?: HistorySource
}

/**
 * Asks the platform where a publication stands, and writes down what it says; of one that its person says is out, its page is read as well.
 * A platform that is away is asked again, later each time.
 */
export async function lookUpPublication(
  ctx: PublicationsContext,
  { publicationId, signal, source = 'workflow' }: Looking,
): Promise<{ status: PublicationStatus }> {
  const row = await changePublication(ctx, { publicationId }, async (_tx, current) => current)
  const connector = connectorOf(ctx, row.platform)
  try {
    const isWord = row.status === 'published' && row.confirmation === 'user_confirmed'
    const standing = await askPlatform(ctx, connector, { row, signal, isWord })
    if (isWord && row.url !== null && !(standing && isDecisive(standing)))
      return await lookAtPage(ctx, connector, { row, url: row.url, signal, source })
    if (standing === null) throw new Error(`publication ${publicationId} has nothing to be looked up by`)
    return await changePublication(ctx, { publicationId }, async (tx, current) => ({
      status: await concludeStanding(ctx, tx, current, { standing, kind: 'platform_status', source }),
    }))
  } catch (cause) {
    const isGone = cause instanceof AppError && cause.code === 'PLATFORM_ACCOUNT_NOT_FOUND'
    if (!isGone && !(cause instanceof VendorError)) throw cause
    ctx.log.info({ err: cause, publicationId }, 'a publication could not be looked up')
    if (cause instanceof VendorError && cause.kind === 'account_disconnected') {
      const explained = connector.explain(cause)
      // Not to be allowed to ask is not to be allowed nothing.
      if (explained.accountState !== 'restricted') await markUnusable(ctx, row.accountId, explained)
    }
    return postpone(ctx, publicationId, cause instanceof VendorError ? (cause.details.retryAfterMs ?? null) : null)
  }
}

/** What the platform knows nothing of, or knows by a name that is not this piece's, says nothing against its person's word. */
const isDecisive = ({ state }: Standing) => state === 'published' || state === 'removed'

/** Null where it was handed to its author, and no interface knows of it. */
async function askPlatform(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  { row, signal, isWord }: { row: LockedPublication; signal: AbortSignal; isWord: boolean },
): Promise<Standing | null> {
  if (row.ref === null || (isWord && row.handoff?.kind === 'editor')) return null
  const session = await openSession(ctx, connector, row.accountId)
  return connector.lookUp(session, row.ref, signal)
}

interface Reading {
  row: LockedPublication
  url: string
  signal: AbortSignal
  source: HistorySource
}

async function lookAtPage(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  { row, url, signal, source }: Reading,
): Promise<{ status: PublicationStatus }> {
  const check = await connector.checkAddress({ url, title: row.title }, signal)
  return changePublication(ctx, { publicationId: row.id }, async (tx, current) => {
    // Its person may have given another address meanwhile.
    if (current.url === url) await concludePage(ctx, tx, current, { check, source })
    return { status: current.status }
  })
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
