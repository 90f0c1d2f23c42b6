import type { ApiKeyScope } from '@mozhou/contracts/api-key-scopes'
import type { Locale } from '@mozhou/contracts/accounts/locales'
import { AppError } from '@mozhou/contracts/errors'
import type { Role } from '@mozhou/contracts/roles'
import type { DomainContext } from '../context.ts'
import { whyApiKeyUnusable } from './api-key-rules.ts'
import { apiKeyHash } from './new-api-key.ts'
import { storedLocale, storedRole, storedScope, storedUserStatus } from '../stored-columns.ts'

export interface AuthenticatedByKey {
  user: { id: string; role: Role; locale: Locale | null }
  apiKey: { id: string; scopes: readonly ApiKeyScope[] }
}

/** `lastUsedAt` is for people: one write a minute is exact enough, and keeps a busy script off the row. */
const lastUsedStepMs = 60_000

/**
 * Who holds this key. One indexed query and no cache: a revoked key must be refused with the very next request.
 * @throws AppError API_KEY_INVALID, API_KEY_REVOKED, API_KEY_EXPIRED, ACCOUNT_SUSPENDED
 */
export async function authenticateApiKey(ctx: DomainContext, key: string): Promise<AuthenticatedByKey> {
  const now = ctx.clock.now()
  const row = await ctx.prisma.apiKey.findUnique({
    where: { keyHash: apiKeyHash(key) },
    select: {
      id: true,
      scopes: true,
      revokedAt: true,
      expiresAt: true,
      lastUsedAt: true,
      user: { select: { id: true, role: true, locale: true, status: true } },
    },
  })
  if (!row) throw new AppError('API_KEY_INVALID')
  const userStatus = storedUserStatus(row.user.status)
  const refusal = whyApiKeyUnusable({ revokedAt: row.revokedAt, expiresAt: row.expiresAt, userStatus }, now)
  if (refusal) throw new AppError(refusal)
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= lastUsedStepMs) {
    await ctx.prisma.apiKey.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  }
  return {
    user: { id: row.user.id, role: storedRole(row.user.role), locale: storedLocale(row.user.locale) },
    apiKey: { id: row.id, scopes: row.scopes.map(storedScope) },
  }
}
