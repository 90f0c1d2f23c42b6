import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { storedLocale } from '../stored-columns.ts'
import { toUserRowDto, userRowSelect } from './user-row.ts'

/** One person, for operators. @throws AppError USER_NOT_FOUND */
export async function getUser(ctx: DomainContext, { userId }: { userId: string }): Promise<UserDetailDto> {
  const [row, membership] = await Promise.all([
    ctx.prisma.user.findUnique({
      where: { id: userId },
      select: {
        ...userRowSelect,
        emailVerifiedAt: true,
        suspendedReason: true,
        locale: true,
        referralCode: true,
        referredBy: { select: { referrer: { select: { id: true, username: true } } } },
        sessions: { orderBy: { lastUsedAt: 'desc' }, take: 1, select: { lastUsedAt: true } },
      },
    }),
    getMembership(ctx, userId),
  ])
  if (!row) throw new AppError('USER_NOT_FOUND')
  const referrer = row.referredBy?.referrer
  return {
    ...toUserRowDto(row),
    emailVerifiedAt: row.emailVerifiedAt?.toISOString() ?? null,
    suspendedReason: row.suspendedReason,
    locale: storedLocale(row.locale),
    referralCode: row.referralCode,
    referredBy: referrer ? { id: formatId('user', referrer.id), username: referrer.username } : null,
    lastSeenAt: row.sessions[0]?.lastUsedAt.toISOString() ?? null,
    membership,
  }
}
