import type { DomainContext } from '../context.ts'
import { getRewrite } from './get-rewrite.ts'

/**
 * Takes a finished rewrite out of what waits for its owner; it stays charged and readable, and can still be accepted. A repeat changes
 * nothing. @throws AppError GENERATION_NOT_FOUND, REWRITE_NOT_READY.
 */
export async function dismissRewrite(
  ctx: DomainContext,
  input: { generationId: string; userId: string },
): Promise<{ ok: true }> {
  await getRewrite(ctx, input)
  await ctx.prisma.generation.updateMany({
    where: { id: input.generationId, userId: input.userId, dismissedAt: null },
    data: { dismissedAt: ctx.clock.now() },
  })
  return { ok: true }
}
