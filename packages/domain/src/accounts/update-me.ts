import type { MeDto } from '@mozhou/contracts/accounts/answers'
import type { UpdateMeInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext, TxContext } from '../context.ts'
import { accountKey } from './account-key.ts'
import { confirmPassword } from './confirm-password.ts'
import { creatingUser } from './create-user.ts'
import { getMe } from './get-me.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { lockUser } from './lock-user.ts'
import { openVerification, prepareVerification } from './open-verification.ts'
import { assertNameFree } from './reserved-names.ts'
import { secondsUntilMail } from './verification-limit.ts'

type UpdateMeCall = UpdateMeInput & { userId: string; ipAddress: string }

/**
 * Another e-mail address takes the password: whoever has the address can take the account. It is to be verified anew; `verificationId` is what
 * the mail is sent for.
 * @throws AppError EMAIL_TAKEN, NAME_RESERVED, PASSWORD_WRONG, LOGIN_LOCKED, VALIDATION_FAILED for `currentPassword`
 */
export async function updateMe(
  ctx: DomainContext,
  input: UpdateMeCall,
): Promise<{ me: MeDto; verificationId: string | null }> {
  const { userId, ipAddress, currentPassword, ...changes } = input
  const present = await ctx.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, emailKey: true, emailVerifiedAt: true, displayName: true },
  })
  if (changes.displayName !== undefined && changes.displayName !== present.displayName)
    assertNameFree(changes.displayName)
  const emailKey = changes.email === undefined ? undefined : accountKey(changes.email)
  const isOtherAddress = emailKey !== undefined && emailKey !== present.emailKey
  if (isOtherAddress) {
    if (currentPassword === undefined)
      throw new AppError('VALIDATION_FAILED', { field: 'currentPassword', rule: 'required' })
    await confirmPassword(ctx, { userId, password: currentPassword, ipAddress })
  }
  const verification = isOtherAddress ? prepareVerification(ctx) : null
  const isSent = await creatingUser(() =>
    inTransaction(ctx, async (tx) => {
      await tx.prisma.user.update({
        where: { id: userId },
        data: { ...changes, emailKey, updatedAt: tx.clock.now(), ...(isOtherAddress && { emailVerifiedAt: null }) },
        select: { id: true },
      })
      if (!isOtherAddress) return false
      await tx.prisma.$executeRaw(lockUser(userId))
      const mayMail = (await secondsUntilMail(tx, userId)) === 0
      // The old address is told. One that was never verified may be a stranger's: it is written to within the limit alone.
      const isOldTold = present.emailVerifiedAt !== null || mayMail
      await tellAddressChanged(tx, userId, isOldTold ? present.email : null)
      // Beyond the limit the address changes all the same, and the link is asked for later.
      if (!verification || !mayMail) return false
      await openVerification(tx, verification, { userId, emailKey })
      return true
    }),
  )
  if (isOtherAddress) await wakeReaders(ctx, userId)
  return { me: await getMe(ctx, userId), verificationId: isSent && verification ? verification.id : null }
}

function tellAddressChanged(tx: TxContext, userId: string, mailTo: string | null): Promise<void> {
  return notify(tx, {
    userId,
    event: { kind: 'email_changed', params: {} },
    key: `email_changed:${userId}:${tx.clock.now().getTime()}`,
    mailTo,
  })
}
