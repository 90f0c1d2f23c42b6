import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { lockUser } from './lock-user.ts'
import { openVerification, prepareVerification } from './open-verification.ts'
import { secondsUntilMail } from './verification-limit.ts'

/**
 * Another link for the address of now; earlier ones hold until they end. Answers the id that the mail is sent for.
 * @throws AppError EMAIL_ALREADY_VERIFIED, also where no mail is configured; VERIFICATION_LIMIT
 */
export async function resendVerification(ctx: DomainContext, userId: string): Promise<string> {
  const prepared = prepareVerification(ctx)
  if (!prepared) throw new AppError('EMAIL_ALREADY_VERIFIED')
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const user = await tx.prisma.user.findUniqueOrThrow({
      where: { id: userId },
      select: { emailKey: true, emailVerifiedAt: true },
    })
    if (user.emailVerifiedAt !== null || user.emailKey === null) throw new AppError('EMAIL_ALREADY_VERIFIED')
    const retryAfterSeconds = await secondsUntilMail(tx, userId)
    if (retryAfterSeconds > 0) throw new AppError('VERIFICATION_LIMIT', { retryAfterSeconds })
    await openVerification(tx, prepared, { userId, emailKey: user.emailKey })
  })
  return prepared.id
}
