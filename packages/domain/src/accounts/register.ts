import type { SignupGiftDto } from '@mozhou/contracts/accounts/answers'
import type { RegisterInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import type { AccountsContext } from './accounts-context.ts'
import type { SessionClient } from './session-client.ts'
import { createUser, creatingUser } from './create-user.ts'
import { readFirstTouch } from './first-touch.ts'
import { issueTokens } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { openSession } from './open-session.ts'
import { assertNameFree } from './reserved-names.ts'
import { hashPassword } from './password-hash.ts'
import { giveSignupGift } from './signup-gift.ts'
import { inPasswordTurn } from './password-turns.ts'
import { whyAppRefused } from './session-rules.ts'

/**
 * One transaction: the user, the referral edge, the sign-up gift, the session.
 * @throws AppError USERNAME_TAKEN, USERNAME_LOOKS_TAKEN, NAME_RESERVED, EMAIL_TAKEN, REFERRAL_CODE_UNKNOWN, PASSWORD_CHECKS_BUSY, FORBIDDEN in the operators' app
 */
export async function register(
  ctx: AccountsContext,
  input: RegisterInput & { client: SessionClient; requestId: string; firstTouch?: string | null },
): Promise<IssuedTokens & { signupGift: SignupGiftDto }> {
  const { client, requestId, password, referralCode, sourceChannel, firstTouch: cookie = null, ...names } = input
  const refusal = whyAppRefused(client.app, 'creator')
  if (refusal) throw new AppError(refusal)
  assertNameFree(names.username)
  const passwordHash = await inPasswordTurn(() => hashPassword(password))
  const firstTouch = readFirstTouch(cookie, { now: ctx.clock.now(), referralCode, sourceChannel })
  const opened = await creatingUser(() =>
    inTransaction(ctx, async (tx) => {
      const userId = await createUser(tx, { ...names, passwordHash, firstTouch, role: 'creator' })
      if (referralCode !== undefined) await relateToReferrer(tx, { userId, referralCode })
      const session = await openSession(tx, { userId, client })
      // Last: from here on whoever registers from the same network waits for this to end.
      const signupGift = await giveSignupGift(tx, { userId, requestId, ipAddress: client.ipAddress })
      return { userId, ...session, signupGift }
    }),
  )
  return { ...(await issueTokens(ctx, { ...opened, app: client.app })), signupGift: opened.signupGift }
}

/** A suspended person's code counts as unknown. */
async function relateToReferrer(tx: TxContext, input: { userId: string; referralCode: string }): Promise<void> {
  const { userId, referralCode } = input
  const referrer = await tx.prisma.user.findFirst({
    where: { referralCode, status: 'active', id: { not: userId } },
    select: { id: true },
  })
  if (!referrer) throw new AppError('REFERRAL_CODE_UNKNOWN')
  await tx.prisma.referralRelation.create({
    data: { refereeId: userId, referrerId: referrer.id, code: referralCode, createdAt: tx.clock.now() },
    select: { refereeId: true },
  })
}
