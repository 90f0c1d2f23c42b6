import type { DomainContext } from '../context.ts'

/** Lets a claimed key go that came to nothing; one that has an answer stays. */
export async function releaseRequest(
  ctx: DomainContext,
  request: { userId: string; requestKey: string },
): Promise<void> {
  const { userId, requestKey } = request
  await ctx.prisma.$executeRaw`
    DELETE FROM requests WHERE user_id = ${userId}::uuid AND request_key = ${requestKey}::uuid AND answer IS NULL`
}
