import { AppError } from '@mozhou/contracts/errors'
import type { AccountQuotasDto } from '@mozhou/contracts/publications/quotas'
import { storedPlatform } from '../stored-columns.ts'
import { openSession } from './account-session.ts'
import { connectorOf } from './connector-of.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toAppError } from './vendor-refusal.ts'

const callMs = 15_000

/**
 * What the platform has for one of one's own accounts today, asked at this moment; empty where it gives no number.
 * @throws AppError PLATFORM_ACCOUNT_NOT_FOUND, PLATFORM_UNAVAILABLE, PLATFORM_KEYS_REFUSED
 */
export async function getQuotas(
  ctx: PublicationsContext,
  { userId, accountId }: { userId: string; accountId: string },
): Promise<AccountQuotasDto> {
  const row = await ctx.prisma.platformAccount.findFirst({
    where: { id: accountId, userId, state: { not: 'disconnected' } },
    select: { platform: true, way: true, state: true },
  })
  if (row === null) throw new AppError('PLATFORM_ACCOUNT_NOT_FOUND')
  const at = ctx.clock.now().toISOString()
  const connector = ctx.connectors[storedPlatform(row.platform)]
  if (!connector?.quotas || row.way === 'assisted' || row.state !== 'connected') return { at, quotas: [] }
  try {
    const session = await openSession(ctx, connectorOf(ctx, connector.platform), accountId)
    const quotas = await connector.quotas(session, AbortSignal.timeout(callMs))
    return { at, quotas: quotas.map(({ what, limit, left }) => ({ what, limit, used: Math.max(0, limit - left) })) }
  } catch (cause) {
    throw toAppError(connector, cause)
  }
}
