import { setTimeout } from 'node:timers/promises'
import { AppError } from '@mozhou/contracts/errors'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { AccountSession, Credentials } from '@mozhou/integrations/publishing/account-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import { openCredentials, sealCredentials } from './account-seal.ts'
import { markUnusable } from './mark-unusable.ts'
import type { PublicationsContext } from './publications-context.ts'

/** Whoever renews has so long; a process that died with it keeps nobody longer. */
const leaseMs = 45_000
const lookEveryMs = 150

/**
 * An account for the length of a call. Its token is renewed by one at a time, whichever worker they are: the lease stands in the row, and
 * whoever comes second waits and takes what the first one stored.
 * @throws AppError PLATFORM_ACCOUNT_NOT_FOUND for one that is disconnected
 */
export async function openSession(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  accountId: string,
): Promise<AccountSession> {
  const { credentials } = await read(ctx, accountId)
  return {
    credentials,
    renew: (stale, signal) => renew(ctx, connector, { accountId, stale, signal }),
  }
}

async function read(ctx: PublicationsContext, accountId: string) {
  const row = await ctx.prisma.platformAccount.findFirst({
    where: { id: accountId, state: { not: 'disconnected' } },
    select: { id: true, credentials: true, credentialsKeyId: true, credentialsVersion: true },
  })
  if (row === null) throw new AppError('PLATFORM_ACCOUNT_NOT_FOUND')
  return { version: row.credentialsVersion, credentials: openCredentials(ctx, row) }
}

interface Renewal {
  accountId: string
  stale: Credentials
  signal: AbortSignal
}

async function renew(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  { accountId, stale, signal }: Renewal,
): Promise<Credentials> {
  for (;;) {
    const { version, credentials } = await read(ctx, accountId)
    if (!isSame(credentials, stale)) return credentials
    if (await takeLease(ctx, accountId, version)) {
      return refresh(ctx, connector, { accountId, version, credentials, signal })
    }
    await setTimeout(lookEveryMs, undefined, { signal })
  }
}

const isSame = (one: Credentials, other: Credentials) => JSON.stringify(one) === JSON.stringify(other)

async function takeLease(ctx: PublicationsContext, accountId: string, version: number): Promise<boolean> {
  const now = ctx.clock.now()
  const { count } = await ctx.prisma.platformAccount.updateMany({
    where: {
      id: accountId,
      credentialsVersion: version,
      OR: [{ renewingUntil: null }, { renewingUntil: { lte: now } }],
    },
    data: { renewingUntil: new Date(now.getTime() + leaseMs) },
  })
  return count === 1
}

interface Held extends Omit<Renewal, 'stale'> {
  version: number
  credentials: Credentials
}

async function refresh(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  { accountId, version, credentials, signal }: Held,
): Promise<Credentials> {
  try {
    const fresh = await connector.refresh(credentials, signal)
    const { reconnectBy } = connector.freshness(fresh, ctx.clock.now())
    await ctx.prisma.platformAccount.updateMany({
      where: { id: accountId, credentialsVersion: version, state: { not: 'disconnected' } },
      data: {
        ...sealCredentials(ctx, accountId, fresh),
        credentialsVersion: { increment: 1 },
        renewingUntil: null,
        reconnectBy: reconnectBy === null ? null : new Date(reconnectBy),
      },
    })
    return fresh
  } catch (cause) {
    await ctx.prisma.platformAccount.updateMany({
      where: { id: accountId, credentialsVersion: version },
      data: { renewingUntil: null },
    })
    if (cause instanceof VendorError && cause.kind === 'account_disconnected')
      await markUnusable(ctx, accountId, connector.explain(cause))
    throw cause
  }
}
