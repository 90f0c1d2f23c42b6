import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import type { DomainContext } from '../context.ts'
import { assertOwnCreation } from '../creations/assert-own-creation.ts'
import { isSuggestion, rewriteSelect, toRewriteDto } from './rewrite-dto.ts'

const most = 50

/**
 * The rewrites of a work that wait for its owner: under way, or ready and neither accepted nor dismissed; newest first, at most 50.
 * @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH.
 */
export async function listRewrites(
  ctx: DomainContext,
  input: { creationId: string; userId: string },
): Promise<RewriteDto[]> {
  await assertOwnCreation(ctx, input)
  const rows = await ctx.prisma.generation.findMany({
    where: {
      creationId: input.creationId,
      yields: 'offer',
      status: { in: [...activeStatuses, 'succeeded'] },
      version: null,
      dismissedAt: null,
    },
    orderBy: { ordinal: 'desc' },
    take: most,
    select: rewriteSelect,
  })
  return rows.filter((row) => !isSuggestion(row)).map(toRewriteDto)
}
