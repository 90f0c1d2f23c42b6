import type { ApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import type { DomainContext } from '../context.ts'
import { apiKeySelect, toApiKeyDto } from './api-key-dto.ts'

/** Keys that still open something, the newest first. */
export async function listApiKeys(ctx: DomainContext, input: { userId: string }): Promise<ApiKeyDto[]> {
  const rows = await ctx.prisma.apiKey.findMany({
    where: liveKeys(input.userId, ctx.clock.now()),
    orderBy: { createdAt: 'desc' },
    select: apiKeySelect,
  })
  return rows.map(toApiKeyDto)
}

export function liveKeys(userId: string, now: Date) {
  return { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
}
