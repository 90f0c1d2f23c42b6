import type { UserCouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { ListUserCouponsInput } from '@mozhou/contracts/coupons/admin-inputs'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { findPeople } from '../find-people.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { toUserCouponDto, userCouponSelect } from './user-coupon-dto.ts'

const rowSelect = {
  ...userCouponSelect,
  voidedAt: true,
  user: { select: { id: true, username: true, displayName: true } },
} as const satisfies Prisma.UserCouponSelect

type Row = Prisma.UserCouponGetPayload<{ select: typeof rowSelect }>

/** People's coupons for operators, newest first. */
export async function listUserCoupons(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { cursor, limit, couponId, issueId, status, search = '', ...days }: ListUserCouponsInput,
): Promise<Page<UserCouponRowDto>> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.userCoupon.findMany({
    where: {
      AND: [afterCursor(cursor), { createdAt: dayBounds(days) }, await matching(ctx, search), standing(status, now)],
      ...(couponId && { couponId }),
      ...(issueId && { issueId }),
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: rowSelect,
  })
  return toPage(rows, limit, (row) => toRow(row, now))
}

/** As people see it: what has run out and was not swept yet, has expired. */
function standing(status: ListUserCouponsInput['status'], now: Date): Prisma.UserCouponWhereInput {
  if (status === undefined) return {}
  if (status === 'unused') return { status, validUntil: { gt: now } }
  if (status === 'expired') return { OR: [{ status }, { status: 'unused', validUntil: { lte: now } }] }
  return { status }
}

async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.UserCouponWhereInput> {
  if (search.trim() === '') return {}
  const id = parseId('userCoupon', search.trim())
  return id === null ? { userId: { in: await findPeople(ctx, search) } } : { id }
}

function toRow(row: Row, now: Date): UserCouponRowDto {
  const { user, voidedAt, status } = row
  const { username, displayName } = user
  return {
    ...toUserCouponDto(row, now),
    person: { id: formatId('user', user.id), username, displayName },
    isVoiding: status === 'held' && voidedAt !== null,
  }
}
