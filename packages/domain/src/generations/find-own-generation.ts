import { AppError } from '@mozhou/contracts/errors'
import { isActive } from '@mozhou/contracts/generations/kinds'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readRow } from '../read-row.ts'
import type { Followed } from './progress-feed.ts'
import type { ProgressHub } from './progress-hub.ts'

/**
 * A generation to follow. Whose it is never changes: while its owner watches it, nobody asks the database again.
 * @throws AppError GENERATION_NOT_FOUND when it is not this user's.
 */
export async function findOwnGeneration(
  ctx: DomainContext,
  hub: ProgressHub,
  { generationId, userId }: { generationId: string; userId: string },
): Promise<Followed> {
  const joined = hub.joined(generationId, userId)
  if (joined) return joined
  const own = await readRow<{ status: string }>(
    ctx,
    Prisma.sql`SELECT status FROM generations WHERE id = ${generationId}::uuid AND user_id = ${userId}::uuid`,
  )
  if (!own) throw new AppError('GENERATION_NOT_FOUND')
  return { generationId, userId, isActive: isActive(own.status) }
}
