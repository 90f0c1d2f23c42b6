import type { SignupGiftDto } from '@mozhou/contracts/accounts/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { refreshTokenHash } from './refresh-token.ts'
import { afterJoining } from './registration-effects.ts'
import type { RegistrationEffects } from './registration-effects.ts'
import { postSignupGift } from './signup-gift.ts'
import { isGiftSpent, marksOfAddress } from './spent-gifts.ts'

interface TakenLink {
  user_id: string
  signup_gift: string | null
  /** No address of theirs was verified before. */
  is_first: boolean
}

/**
 * Takes a link once: the address is verified, and a sign-up gift that waited for it is given, in one transaction.
 * @throws AppError VERIFICATION_INVALID: unknown, used, too old, or of an address that the account no longer has
 */
export async function verifyEmail(
  ctx: DomainContext & RegistrationEffects,
  { token }: { token: string },
): Promise<SignupGiftDto> {
  const asked = await ctx.prisma.emailVerification.findUnique({
    where: { tokenHash: refreshTokenHash(token) },
    select: { emailKey: true },
  })
  if (!asked) throw new AppError('VERIFICATION_INVALID')
  const addressMarks = marksOfAddress(ctx, asked.emailKey)
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    const [taken] = await tx.prisma.$queryRaw<TakenLink[]>`
      UPDATE email_verifications v SET used_at = ${now}, sealed_token = NULL FROM users u
      WHERE v.token_hash = ${refreshTokenHash(token)} AND v.used_at IS NULL AND v.expires_at > ${now}
        AND u.id = v.user_id AND u.email_key = v.email_key AND u.status = 'active'
      RETURNING v.user_id, u.signup_gift, u.email_verified_at IS NULL AS is_first`
    if (!taken) throw new AppError('VERIFICATION_INVALID')
    // An account may have moved to an address whose deleted account had the gift.
    const gift = (await isGiftSpent(tx, addressMarks)) ? 'given_before' : 'given'
    const awaited = await tx.prisma.$executeRaw`
      UPDATE users SET email_verified_at = coalesce(email_verified_at, ${now}), updated_at = ${now},
        signup_gift = CASE signup_gift WHEN 'awaiting_email' THEN ${gift} ELSE signup_gift END
      WHERE id = ${taken.user_id}::uuid`
    if (awaited !== 1) return { status: 'none', credits: 0 }
    const isDue = taken.signup_gift === 'awaiting_email'
    if (isDue && gift === 'given_before') return { status: gift, credits: 0 }
    if (isDue) await postSignupGift(tx, taken.user_id)
    if (isDue || (taken.is_first && taken.signup_gift === 'none'))
      await afterJoining(ctx, tx, { userId: taken.user_id })
    if (!isDue) return { status: 'none', credits: 0 }
    return { status: 'given', credits: tx.settings.signupGiftCredits }
  })
}
