import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { fingerprintOf, requestKeyOf } from './request-key.ts'
import { storedAnswer } from '../stored-work.ts'

export interface ClaimedRequest {
  requestKey: string
  /** What the first request was answered with; null while it has no answer yet. */
  answer: Record<string, unknown> | null
}

/**
 * Takes an Idempotency-Key for one input of one procedure. A repeat gets the same request key, so that it has no effect of its
 * own, and the first answer once there is one.
 * @throws AppError IDEMPOTENCY_KEY_REUSED when the key was used with another input or procedure
 */
export async function claimRequest(
  ctx: DomainContext,
  claim: { userId: string; idempotencyKey: string; procedure: string; input: unknown },
): Promise<ClaimedRequest> {
  const { userId } = claim
  const requestKey = requestKeyOf(userId, claim.idempotencyKey)
  const fingerprint = fingerprintOf(claim.procedure, claim.input)
  const inserted = await ctx.prisma.request.createMany({
    data: { userId, requestKey, fingerprint, createdAt: ctx.clock.now() },
    skipDuplicates: true,
  })
  if (inserted.count > 0) return { requestKey, answer: null }
  const row = await ctx.prisma.request.findUniqueOrThrow({
    where: { userId_requestKey: { userId, requestKey } },
    select: { fingerprint: true, answer: true },
  })
  if (!Buffer.from(row.fingerprint).equals(fingerprint)) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return { requestKey, answer: storedAnswer(row.answer) }
}
