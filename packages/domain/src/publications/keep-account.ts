import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { ConnectWay, PlatformKey } from '@mozhou/contracts/publications/kinds'
import { Prisma } from '@mozhou/db/client'
import type { Connected } from '@mozhou/integrations/publishing/account-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { inTransaction } from '../transaction.ts'
import { accountSelect, toAccountDto } from './account-dto.ts'
import { sealCredentials } from './account-seal.ts'
import { nextAccountId } from './platform-setup.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toJson } from './to-json.ts'

/** Connected ones of a person, over all platforms. */
const mostAccounts = 50
const dayMs = 86_400_000

/** In which request, and whether a key for scripts did it in the person's place. */
export interface ConnectedBy {
  requestId: string
  isByApiKey: boolean
}

interface Kept {
  userId: string
  by: ConnectedBy
  platform: PlatformKey
  way: ConnectWay
  connected: Connected
}

/**
 * Stores what connecting gave, sealed. The same account of the same person, connected anew, is the row that is there: what waits for it
 * goes on. @throws AppError PLATFORM_ACCOUNT_LIMIT
 */
export async function keepAccount(
  ctx: PublicationsContext,
  connector: PublishingConnector,
  { userId, by, platform, way, connected }: Kept,
): Promise<PlatformAccountDto> {
  const { profile } = connected
  const row = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const present =
      profile.externalId === null
        ? null
        : await tx.prisma.platformAccount.findFirst({
            where: { userId, platform, externalId: profile.externalId },
            orderBy: { createdAt: 'desc' },
            select: { id: true },
          })
    const connectedCount = await tx.prisma.platformAccount.count({
      where: { userId, state: { not: 'disconnected' }, ...(present && { id: { not: present.id } }) },
    })
    if (connectedCount >= mostAccounts) throw new AppError('PLATFORM_ACCOUNT_LIMIT', { limit: mostAccounts })
    const before = present ? 0 : await tx.prisma.platformAccount.count({ where: { userId, platform } })
    const id = present?.id ?? nextAccountId(ctx, { userId, platform, before })
    const data = {
      ...connectedColumns(ctx, connector, { connected, way }),
      ...sealCredentials(ctx, id, connected.credentials),
    }
    await writeAuditRow(tx, {
      actorId: userId,
      permission: 'none',
      action: 'platform-account.connect',
      target: formatId('platformAccount', id),
      // Never what it was connected with.
      after: { platform, way, isAnew: present !== null, by: by.isByApiKey ? 'api_key' : 'session' },
      requestId: by.requestId,
    })
    if (present) {
      const newer = { ...data, credentialsVersion: { increment: 1 }, renewingUntil: null }
      return tx.prisma.platformAccount.update({ where: { id }, data: newer, select: accountSelect })
    }
    const isSandbox = ctx.playedPlatforms.has(platform)
    return tx.prisma.platformAccount.create({
      data: { ...data, id, userId, platform, isSandbox, createdAt: tx.clock.now() },
      select: accountSelect,
    })
  })
  return toAccountDto(ctx, row)
}

/** Columns that whatever asked the platform who it is has found out. */
export function connectedColumns(
  ctx: Pick<PublicationsContext, 'clock'>,
  connector: Pick<PublishingConnector, 'freshness'>,
  { connected, way }: { connected: Connected; way: ConnectWay },
) {
  const { profile, capabilities } = connected
  const now = ctx.clock.now()
  const { reconnectBy } = connector.freshness(connected.credentials, now)
  return {
    externalId: profile.externalId,
    name: profile.name,
    avatarUrl: profile.avatarUrl,
    url: profile.url,
    way,
    // Where the platform lets it do nothing there is nothing to connect it for.
    state: capabilities.length === 0 ? 'restricted' : 'connected',
    stateDetail: Prisma.DbNull,
    capabilities: toJson(capabilities),
    reconnectBy: reconnectBy === null ? null : new Date(reconnectBy),
    checkedAt: now,
    // An account that is published to by hand has nobody to ask.
    nextCheckAt: way === 'assisted' ? null : new Date(now.getTime() + dayMs),
    disconnectedAt: null,
  }
}
