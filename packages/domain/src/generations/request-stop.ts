import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'
import { stopKey } from './progress-stream.ts'

/**
 * Notes that the person pressed stop: in the row, so that it holds, and in Redis, so that the writing attempt sees it within a
 * flush. Gives where the workflow is; null when the generation had ended already.
 * @throws AppError GENERATION_NOT_FOUND.
 */
export async function requestStop(
  ctx: DomainContext,
  input: { generationId: string; userId: string },
): Promise<{ creationId: string; ordinal: number } | null> {
  const row = await ctx.prisma.generation.findUnique({
    where: { id: input.generationId, userId: input.userId },
    select: { creationId: true, ordinal: true },
  })
  if (!row) throw new AppError('GENERATION_NOT_FOUND')
  const { count } = await ctx.prisma.generation.updateMany({
    where: { id: input.generationId, status: { in: [...activeStatuses] } },
    data: { stopRequestedAt: ctx.clock.now() },
  })
  if (count === 0) return null
  await noteStop(ctx, input.generationId)
  return row
}

/** For the attempt that writes: it looks here with every flush. */
export async function noteStop(ctx: Pick<DomainContext, 'redis' | 'log'>, generationId: string): Promise<void> {
  await withRedis(ctx, (redis) => redis.set(stopKey(generationId), '1', 'EX', 3_600), null)
}
