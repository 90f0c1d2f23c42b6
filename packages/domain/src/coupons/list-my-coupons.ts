import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { MyCouponsInput } from '@mozhou/contracts/coupons/inputs'
import type { UserCouponView } from '@mozhou/contracts/coupons/kinds'
import type { Page } from '@mozhou/contracts/page'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { toUserCouponDto, userCouponSelect } from './user-coupon-dto.ts'

/** A person's coupons of one part of their list, newest first. */
export async function listMyCoupons(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { userId, view, cursor, limit }: MyCouponsInput & { userId: string },
): Promise<Page<UserCouponDto>> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.userCoupon.findMany({
    where: { userId, AND: [afterCursor(cursor), within(view, now)] },
    orderBy: newestFirst,
    take: limit + 1,
    select: userCouponSelect,
  })
  return toPage(rows, limit, (row) => toUserCouponDto(row, now))
}

function within(view: UserCouponView, now: Date): Prisma.UserCouponWhereInput {
  switch (view) {
    case 'usable':
      return { OR: [{ status: 'held' }, { status: 'unused', validUntil: { gt: now } }] }
    case 'used':
      return { status: 'used' }
    case 'over':
      return { OR: [{ status: { in: ['expired', 'voided'] } }, { status: 'unused', validUntil: { lte: now } }] }
  }
}
