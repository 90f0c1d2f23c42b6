import type { MeDto } from '@mozhou/contracts/accounts/answers'
import type { UpdateMeInput } from '@mozhou/contracts/accounts/inputs'
import type { DomainContext } from '../context.ts'
import { accountKey } from './account-key.ts'
import { creatingUser } from './create-user.ts'
import { getMe } from './get-me.ts'

/** @throws AppError EMAIL_TAKEN */
export async function updateMe(ctx: DomainContext, input: UpdateMeInput & { userId: string }): Promise<MeDto> {
  const { userId, ...changes } = input
  const emailKey = changes.email === undefined ? undefined : accountKey(changes.email)
  await creatingUser(() =>
    ctx.prisma.user.update({
      where: { id: userId },
      data: { ...changes, emailKey, updatedAt: ctx.clock.now() },
      select: { id: true },
    }),
  )
  return getMe(ctx, userId)
}
