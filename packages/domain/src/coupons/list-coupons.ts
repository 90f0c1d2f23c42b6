import type { CouponFiguresDto, CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { ListCouponsInput } from '@mozhou/contracts/coupons/admin-inputs'
import { parseId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { escapeLike } from '../escape-like.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { couponRowSelect, toCouponRow } from './coupon-row.ts'

/** Newest first. */
export async function listCoupons(
  ctx: Pick<DomainContext, 'prisma'>,
  { cursor, limit, status, kind, search = '' }: ListCouponsInput,
): Promise<Page<CouponRowDto>> {
  const rows = await ctx.prisma.coupon.findMany({
    where: { AND: [afterCursor(cursor), matching(search)], ...(status && { status }), ...(kind && { kind }) },
    orderBy: newestFirst,
    take: limit + 1,
    select: couponRowSelect,
  })
  return toPage(rows, limit, toCouponRow)
}

function matching(search: string) {
  const id = parseId('coupon', search.trim())
  if (id !== null) return { id }
  return search.trim() === '' ? {} : { name: { contains: escapeLike(search.trim()), mode: 'insensitive' as const } }
}

/** How what was given of a coupon stands. */
export async function couponFigures(
  ctx: Pick<DomainContext, 'prisma'>,
  { couponId }: { couponId: string },
): Promise<CouponFiguresDto> {
  const [figures] = await ctx.prisma.$queryRaw<CouponFiguresDto[]>`
    SELECT count(*) FILTER (WHERE c.status = 'unused')::int AS unused, count(*) FILTER (WHERE c.status = 'held')::int AS held,
      count(*) FILTER (WHERE c.status = 'used')::int AS used, count(*) FILTER (WHERE c.status = 'expired')::int AS expired,
      count(*) FILTER (WHERE c.status = 'voided')::int AS voided,
      coalesce(sum(o.coupon_discount_fen) FILTER (WHERE c.status = 'used'), 0)::float8 AS "discountFen",
      coalesce(sum(o.payable_fen) FILTER (WHERE c.status = 'used'), 0)::float8 AS "paidFen"
    FROM user_coupons c LEFT JOIN orders o ON o.id = c.order_id WHERE c.coupon_id = ${couponId}::uuid`
  return figures ?? { unused: 0, held: 0, used: 0, expired: 0, voided: 0, discountFen: 0, paidFen: 0 }
}
