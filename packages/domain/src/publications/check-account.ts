import { AppError } from '@mozhou/contracts/errors'
import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { storedConnectWay, storedPlatform } from '../stored-columns.ts'
import { accountSelect, toAccountDto } from './account-dto.ts'
import { openSession } from './account-session.ts'
import { connectorOf } from './connector-of.ts'
import { connectedColumns } from './keep-account.ts'
import { markUnusable } from './mark-unusable.ts'
import type { PublicationsContext } from './publications-context.ts'
import { refusedFor } from './vendor-refusal.ts'

const callMs = 30_000
const againMs = 3_600_000

/**
 * Asks the platform who it is and what it can do now. One whose permission has lapsed is marked, and its person told.
 * @throws AppError PLATFORM_ACCOUNT_NOT_FOUND, PLATFORM_UNAVAILABLE
 */
export async function checkAccount(
  ctx: PublicationsContext,
  { accountId, userId }: { accountId: string; userId?: string },
): Promise<PlatformAccountDto> {
  const row = await ctx.prisma.platformAccount.findFirst({
    where: { id: accountId, state: { not: 'disconnected' }, ...(userId !== undefined && { userId }) },
    select: { platform: true, way: true },
  })
  if (row === null) throw new AppError('PLATFORM_ACCOUNT_NOT_FOUND')
  const way = storedConnectWay(row.way)
  if (way === 'assisted') return readAccount(ctx, accountId)
  const connector = connectorOf(ctx, storedPlatform(row.platform))
  try {
    const session = await openSession(ctx, connector, accountId)
    const connected = await connector.check(session, AbortSignal.timeout(callMs))
    // A token that was drawn on the way is stored by the session, under its lock.
    const data = connectedColumns(ctx, connector, { connected, way })
    await ctx.prisma.platformAccount.updateMany({ where: { id: accountId, state: { not: 'disconnected' } }, data })
  } catch (cause) {
    if (!(cause instanceof VendorError)) throw cause
    const { follow } = refusedFor(connector, cause)
    await ctx.prisma.platformAccount.updateMany({
      where: { id: accountId },
      data: { nextCheckAt: new Date(ctx.clock.now().getTime() + againMs) },
    })
    if (follow === 'later') throw new AppError('PLATFORM_UNAVAILABLE', {}, { cause })
    await markUnusable(ctx, accountId, connector.explain(cause))
  }
  return readAccount(ctx, accountId)
}

async function readAccount(ctx: PublicationsContext, id: string): Promise<PlatformAccountDto> {
  return toAccountDto(ctx, await ctx.prisma.platformAccount.findUniqueOrThrow({ where: { id }, select: accountSelect }))
}

const atOnce = 20

/** Those whose turn it is, some at a time; what fails is tried again an hour later. */
export async function checkDueAccounts(ctx: PublicationsContext): Promise<{ checked: number }> {
  const rows = await ctx.prisma.platformAccount.findMany({
    where: { nextCheckAt: { lte: ctx.clock.now() }, state: { in: ['connected', 'address_refused', 'restricted'] } },
    orderBy: { nextCheckAt: 'asc' },
    take: atOnce,
    select: { id: true },
  })
  for (const { id } of rows) {
    try {
      await checkAccount(ctx, { accountId: id })
    } catch (err) {
      ctx.log.warn({ err, accountId: id }, 'a platform account could not be checked')
    }
  }
  return { checked: rows.length }
}
