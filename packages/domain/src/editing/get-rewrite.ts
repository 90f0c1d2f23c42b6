import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { isSuggestion, rewriteSelect, toRewriteDto } from './rewrite-dto.ts'

/** A finished rewrite of a person's own. @throws AppError GENERATION_NOT_FOUND, REWRITE_NOT_READY. */
export async function getRewrite(
  ctx: Pick<DomainContext, 'prisma'>,
  input: { generationId: string; userId: string },
): Promise<RewriteDto> {
  const row = await ctx.prisma.generation.findUnique({
    where: { id: input.generationId, userId: input.userId, yields: 'offer', creation: { purgedAt: null } },
    select: rewriteSelect,
  })
  if (!row || isSuggestion(row)) throw new AppError('GENERATION_NOT_FOUND')
  if (row.status !== 'succeeded') throw new AppError('REWRITE_NOT_READY')
  return toRewriteDto(row)
}
