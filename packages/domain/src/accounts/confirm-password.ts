import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { provePassword } from './prove-password.ts'

/**
 * That whoever is signed in is the person themself, before what a borrowed device must not do.
 * @throws AppError PASSWORD_WRONG, LOGIN_LOCKED, PASSWORD_CHECKS_BUSY
 */
export async function confirmPassword(
  ctx: DomainContext,
  input: { userId: string; password: string; ipAddress: string },
): Promise<{ passwordHash: string }> {
  const { userId: id, password, ipAddress } = input
  const find = () => ctx.prisma.user.findUniqueOrThrow({ where: { id }, select: { id: true, passwordHash: true } })
  const account = await provePassword(ctx, { who: id, password, ipAddress }, find)
  if (!account) throw new AppError('PASSWORD_WRONG')
  return account
}
