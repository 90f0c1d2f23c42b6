import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { permissionsOf } from '@mozhou/contracts/permissions'
import type { Role } from '@mozhou/contracts/roles'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'

/** @throws AppError USER_NOT_FOUND */
export async function getMe(ctx: DomainContext, userId: string): Promise<MeDto> {
  const [user, membership] = await Promise.all([findUser(ctx, userId), getMembership(ctx, userId)])
  if (!user) throw new AppError('USER_NOT_FOUND')
  // The database's checks hold both columns to these unions.
  const role = user.role as Role
  return {
    id: formatId('user', user.id),
    username: user.username,
    email: user.email,
    displayName: user.displayName,
    role,
    permissions: permissionsOf(role),
    locale: user.locale as Locale | null,
    referralCode: user.referralCode,
    createdAt: user.createdAt.toISOString(),
    membership,
  }
}

function findUser(ctx: DomainContext, id: string) {
  return ctx.prisma.user.findUnique({
    where: { id },
    select: {
      id: true,
      username: true,
      email: true,
      displayName: true,
      role: true,
      locale: true,
      referralCode: true,
      createdAt: true,
    },
  })
}
