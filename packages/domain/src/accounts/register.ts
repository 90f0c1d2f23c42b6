import type { SignupGiftDto } from '@mozhou/contracts/accounts/answers'
import type { RegisterInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { acceptTerms } from '../consents/accept-terms.ts'
import type { TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { accountKey } from './account-key.ts'
import type { AccountsContext } from './accounts-context.ts'
import type { SessionClient } from './session-client.ts'
import { createUser, creatingUser } from './create-user.ts'
import { rememberDevice } from './device-mark.ts'
import { readFirstTouch } from './first-touch.ts'
import { issueTokens } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { openVerification, prepareVerification } from './open-verification.ts'
import { openSession } from './open-session.ts'
import { relateToReferrer } from './relate-to-referrer.ts'
import { assertNameFree } from './reserved-names.ts'
import { hashPassword } from './password-hash.ts'
import { afterJoining } from './registration-effects.ts'
import { giveSignupGift } from './signup-gift.ts'
import { marksOfAddress } from './spent-gifts.ts'
import { inPasswordTurn } from './password-turns.ts'
import { whyAppRefused } from './session-rules.ts'

export interface Registered extends IssuedTokens {
  signupGift: SignupGiftDto
  /** What the mail with the link is to be sent for; null where no mail is configured. */
  verificationId: string | null
}

/**
 * One transaction: the user, the accepted terms (the input's schema lets no other edition pass), the referral edge, the sign-up gift, the session.
 * @throws AppError USERNAME_TAKEN, USERNAME_LOOKS_TAKEN, NAME_RESERVED, EMAIL_TAKEN, REFERRAL_CODE_UNKNOWN, REFERRAL_CODE_OWN,
 *   REFERRAL_SECOND_REGISTRATION, PASSWORD_CHECKS_BUSY, FORBIDDEN in the operators' app
 */
export async function register(
  ctx: AccountsContext,
  input: Omit<RegisterInput, 'proof' | 'acceptedTerms'> & {
    client: SessionClient
    requestId: string
    firstTouch?: string | null
    /** What the browser is known by; null where it is none. */
    deviceMark?: string | null
    /** Whose session the browser has: they register a second time. */
    signedInAs?: string | null
  },
): Promise<Registered> {
  const {
    client,
    requestId,
    password,
    referralCode,
    sourceChannel,
    firstTouch: cookie = null,
    deviceMark = null,
    signedInAs = null,
    ...names
  } = input
  const refusal = whyAppRefused(client.app, 'creator')
  if (refusal) throw new AppError(refusal)
  assertNameFree(names.username)
  const passwordHash = await inPasswordTurn(() => hashPassword(password))
  const firstTouch = readFirstTouch(cookie, { now: ctx.clock.now(), referralCode, sourceChannel })
  const verification = prepareVerification(ctx)
  const addressMarks = marksOfAddress(ctx, accountKey(names.email))
  const opened = await creatingUser(() =>
    inTransaction(ctx, async (tx) => {
      const userId = await createUser(tx, { ...names, passwordHash, firstTouch, role: 'creator' })
      await acceptTerms(tx, { userId, way: 'registration' })
      if (referralCode !== undefined)
        await relateToReferrer(tx, { userId, referralCode, email: names.email, signedInAs })
      if (verification) await openVerification(tx, verification, { userId, emailKey: accountKey(names.email) })
      const session = await openSession(tx, { userId, client })
      await rememberDevice(tx, { userId, deviceMark })
      // Last: from here on whoever registers from the same network waits for this to end.
      const signupGift = await giveSignupGift(tx, { userId, requestId, ipAddress: client.ipAddress, addressMarks })
      if (isJoined(signupGift, tx.settings)) await afterJoining(ctx, tx, { userId })
      await tx.prisma.user.update({
        where: { id: userId },
        data: { signupGift: signupGift.status },
        select: { id: true },
      })
      return { userId, ...session, signupGift }
    }),
  )
  const tokens = await issueTokens(ctx, { ...opened, app: client.app })
  return { ...tokens, signupGift: opened.signupGift, verificationId: verification?.id ?? null }
}

/** Whoever has to prove an address first, or comes from a network that had its gifts of the day, gets nothing yet. */
function isJoined({ status }: SignupGiftDto, { verifiesEmail }: TxContext['settings']): boolean {
  return status === 'given' || (status === 'none' && !verifiesEmail)
}
