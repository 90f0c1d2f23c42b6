import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { permissionsOf } from '@mozhou/contracts/permissions'
import type { DomainContext } from '../context.ts'
import { hasAcceptedTerms } from '../consents/accepted-terms.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { storedLocale, storedRole } from '../stored-columns.ts'

/** @throws AppError USER_NOT_FOUND */
export async function getMe(ctx: DomainContext, userId: string): Promise<MeDto> {
  const [user, membership, hasAccepted] = await Promise.all([
    findUser(ctx, userId),
    getMembership(ctx, userId),
    hasAcceptedTerms(ctx, userId),
  ])
  if (!user) throw new AppError('USER_NOT_FOUND')
  const role = storedRole(user.role)
  return {
    id: formatId('user', user.id),
    username: user.username,
    email: user.email,
    isEmailVerified: user.emailVerifiedAt !== null,
    displayName: user.displayName,
    role,
    permissions: permissionsOf(role),
    locale: storedLocale(user.locale),
    referralCode: user.referralCode,
    createdAt: user.createdAt.toISOString(),
    membership,
    mustAcceptTerms: !hasAccepted,
  }
}

function findUser(ctx: DomainContext, id: string) {
  return ctx.prisma.user.findUnique({
    where: { id },
    select: {
      id: true,
      username: true,
      email: true,
      emailVerifiedAt: true,
      displayName: true,
      role: true,
      locale: true,
      referralCode: true,
      createdAt: true,
    },
  })
}
