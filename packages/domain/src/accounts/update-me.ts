import type { MeDto } from '@mozhou/contracts/accounts/answers'
import type { UpdateMeInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { accountKey } from './account-key.ts'
import { confirmPassword } from './confirm-password.ts'
import { creatingUser } from './create-user.ts'
import { getMe } from './get-me.ts'
import { assertNameFree } from './reserved-names.ts'

type UpdateMeCall = UpdateMeInput & { userId: string; ipAddress: string }

/**
 * Another e-mail address takes the password: whoever has the address can take the account.
 * @throws AppError EMAIL_TAKEN, NAME_RESERVED, PASSWORD_WRONG, LOGIN_LOCKED, VALIDATION_FAILED for `currentPassword`
 */
export async function updateMe(ctx: DomainContext, input: UpdateMeCall): Promise<MeDto> {
  const { userId, ipAddress, currentPassword, ...changes } = input
  const present = await ctx.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { emailKey: true, displayName: true },
  })
  if (changes.displayName !== undefined && changes.displayName !== present.displayName)
    assertNameFree(changes.displayName)
  const emailKey = changes.email === undefined ? undefined : accountKey(changes.email)
  if (emailKey !== undefined && emailKey !== present.emailKey) {
    if (currentPassword === undefined)
      throw new AppError('VALIDATION_FAILED', { field: 'currentPassword', rule: 'required' })
    await confirmPassword(ctx, { userId, password: currentPassword, ipAddress })
  }
  await creatingUser(() =>
    ctx.prisma.user.update({
      where: { id: userId },
      data: { ...changes, emailKey, updatedAt: ctx.clock.now() },
      select: { id: true },
    }),
  )
  return getMe(ctx, userId)
}
