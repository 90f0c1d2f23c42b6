import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { revokeApiKeys } from './revoke-api-keys.ts'

/** @throws AppError API_KEY_NOT_FOUND when it is somebody else's or already revoked */
export async function revokeApiKey(ctx: DomainContext, input: { userId: string; apiKeyId: string }): Promise<void> {
  const where = { userId: input.userId, id: input.apiKeyId }
  const count = await revokeApiKeys(ctx, { where, reason: 'revoked' })
  if (count === 0) throw new AppError('API_KEY_NOT_FOUND')
}
