import type { DomainContext } from '../context.ts'

/** Keeps the first answer of a claimed request for its repeats; later ones change nothing. @returns whether this was the first */
export async function keepAnswer(
  ctx: DomainContext,
  request: { userId: string; requestKey: string; answer: Record<string, unknown> },
): Promise<boolean> {
  const { userId, requestKey, answer } = request
  const kept = await ctx.prisma.$executeRaw`
    UPDATE requests SET answer = ${JSON.stringify(answer)}::jsonb
    WHERE user_id = ${userId}::uuid AND request_key = ${requestKey}::uuid AND answer IS NULL`
  return kept > 0
}
