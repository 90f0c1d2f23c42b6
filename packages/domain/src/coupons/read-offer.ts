import type { CouponDto } from '@mozhou/contracts/coupons/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storedCouponStatus } from '../stored-columns.ts'
import { inAudience } from './audience.ts'
import { faceSelect, storedAudience, toFace, validityOfRow } from '../coupon-face.ts'
import { whyNotClaimable } from './coupon-rules.ts'

const offerSelect = {
  ...faceSelect,
  id: true,
  status: true,
  isClaimable: true,
  issued: true,
  totalLimit: true,
  perPersonLimit: true,
  validFrom: true,
  validUntil: true,
  validDays: true,
  audience: true,
} as const satisfies Prisma.CouponSelect

type OfferRow = Prisma.CouponGetPayload<{ select: typeof offerSelect }>

interface Offer {
  coupon: Omit<OfferRow, 'status'> & { status: ReturnType<typeof storedCouponStatus> }
  owned: number
  isInAudience: boolean
}

/** A coupon as it stands towards one person. @throws AppError COUPON_NOT_FOUND also for a draft, which is nobody's yet */
export async function readOffer(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { couponId, userId }: { couponId: string; userId: string },
): Promise<Offer> {
  const row = await ctx.prisma.coupon.findUnique({ where: { id: couponId }, select: offerSelect })
  if (!row || row.status === 'draft') throw new AppError('COUPON_NOT_FOUND')
  const [offer] = await offersOf(ctx, { rows: [row], userId })
  if (!offer) throw new AppError('COUPON_NOT_FOUND')
  return offer
}

async function offersOf(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { rows, userId }: { rows: readonly OfferRow[]; userId: string },
): Promise<Offer[]> {
  const counts = await ctx.prisma.userCoupon.groupBy({
    by: ['couponId'],
    where: { userId, couponId: { in: rows.map(({ id }) => id) } },
    _count: { _all: true },
  })
  const ownedOf = new Map(counts.map(({ couponId, _count }) => [couponId, _count._all]))
  const offers: Offer[] = []
  for (const row of rows) {
    const isInAudience = await belongs(ctx, { userId, audience: row.audience })
    offers.push({
      coupon: { ...row, status: storedCouponStatus(row.status) },
      owned: ownedOf.get(row.id) ?? 0,
      isInAudience,
    })
  }
  return offers
}

async function belongs(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { userId, audience }: { userId: string; audience: unknown },
): Promise<boolean> {
  const condition = inAudience(storedAudience(audience), ctx.clock.now())
  const rows = await ctx.prisma.$queryRaw<
    unknown[]
  >`SELECT 1 FROM users u WHERE u.id = ${userId}::uuid AND ${condition}`
  return rows.length > 0
}

/** @throws AppError COUPON_NOT_FOUND */
export async function getCoupon(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { couponId, userId }: { couponId: string; userId: string },
): Promise<CouponDto> {
  return toCouponDto(await readOffer(ctx, { couponId, userId }), ctx.clock.now())
}

/** How many are shown to be taken at once; who puts up more has to end some. */
const mostOffers = 50

/** What is there to be taken, the newest first: what one could take, and what one has had one's share of. */
export async function listClaimable(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { userId }: { userId: string },
): Promise<CouponDto[]> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.coupon.findMany({
    where: { status: 'active', isClaimable: true, OR: [{ validUntil: null }, { validUntil: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostOffers,
    select: offerSelect,
  })
  const offers = await offersOf(ctx, { rows, userId })
  return offers.filter(({ isInAudience }) => isInAudience).map((offer) => toCouponDto(offer, now))
}

function toCouponDto({ coupon, owned, isInAudience }: Offer, now: Date): CouponDto {
  const { id, status, totalLimit, perPersonLimit, issued } = coupon
  return {
    id: formatId('coupon', id),
    ...toFace(coupon),
    status,
    validity: validityOfRow(coupon),
    audience: storedAudience(coupon.audience),
    totalLimit,
    left: totalLimit - issued,
    perPersonLimit,
    owned,
    refusal: whyNotClaimable(coupon, { owned, isInAudience }, now),
  }
}
