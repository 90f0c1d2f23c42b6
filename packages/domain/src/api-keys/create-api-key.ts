import type { CreateApiKeyInput } from '@mozhou/contracts/api-keys/inputs'
import type { CreatedApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import { maxApiKeys } from '@mozhou/contracts/api-keys/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { storableText } from '../storable-text.ts'
import { inTransaction } from '../transaction.ts'
import { apiKeySelect, toApiKeyDto } from './api-key-dto.ts'
import { liveKeys } from './list-api-keys.ts'
import { apiKeyHash, newApiKey, shownParts } from './new-api-key.ts'

const dayMs = 86_400_000

/** The key itself is in this answer and nowhere else. @throws AppError API_KEY_LIMIT_REACHED */
export function createApiKey(
  ctx: DomainContext,
  input: CreateApiKeyInput & { userId: string },
): Promise<CreatedApiKeyDto> {
  const { userId, scopes, expiresInDays } = input
  const key = newApiKey()
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    // The lock makes the count below true until commit.
    await tx.prisma.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR UPDATE`
    const live = await tx.prisma.apiKey.count({ where: liveKeys(userId, now) })
    if (live >= maxApiKeys) throw new AppError('API_KEY_LIMIT_REACHED', { maximum: maxApiKeys })
    const row = await tx.prisma.apiKey.create({
      data: {
        id: tx.newId(),
        userId,
        name: storableText(input.name),
        keyHash: apiKeyHash(key),
        ...shownParts(key),
        scopes,
        createdAt: now,
        expiresAt: expiresInDays ? new Date(now.getTime() + expiresInDays * dayMs) : null,
      },
      select: apiKeySelect,
    })
    return { apiKey: toApiKeyDto(row), key }
  })
}
