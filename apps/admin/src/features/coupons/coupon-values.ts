import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { audienceKinds, CouponKind, discountKinds, validityKinds } from '@mozhou/contracts/coupons/kinds'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { startOfDay } from '@mozhou/ui/i18n/format'
import { readYuan } from '../orders/read-yuan.ts'

/** A number, but with more than two digits behind its point. */
export const hasMorePlaces = (text: string) => /^¥?\s*\d+\.\d{3,}$/.test(text.trim())

/** A coupon as the boxes of the form hold it: yuan, percent and days as they are typed. */
export interface CouponValues {
  name: string
  description: string
  kind: CouponKind
  discountKind: (typeof discountKinds)[number]
  amount: string
  rate: string
  cap: string
  threshold: string
  validityKind: (typeof validityKinds)[number]
  from: string
  until: string
  days: number
  totalLimit: number
  perPersonLimit: number
  audienceKind: (typeof audienceKinds)[number]
  audienceDays: number
  isClaimable: boolean
}

export const emptyCoupon: CouponValues = {
  name: '',
  description: '',
  kind: 'universal',
  discountKind: 'amount',
  amount: '',
  rate: '',
  cap: '',
  threshold: '0',
  validityKind: 'days',
  from: '',
  until: '',
  days: 30,
  totalLimit: 1_000,
  perPersonLimit: 1,
  audienceKind: 'all',
  audienceDays: 30,
  isClaimable: true,
}

const hourMs = 3_600_000
/** The day in Shanghai at an instant. */
const dayAt = (ms: number) => new Date(ms + 8 * hourMs).toISOString().slice(0, 10)

export function toValues(coupon: CouponRowDto): CouponValues {
  const { name, description, kind, discount, thresholdFen, validity, audience } = coupon
  const { totalLimit, perPersonLimit, isClaimable } = coupon
  return {
    ...emptyCoupon,
    name,
    description,
    kind,
    totalLimit,
    perPersonLimit,
    isClaimable,
    threshold: yuanText(thresholdFen),
    discountKind: discount.kind,
    ...(discount.kind === 'amount'
      ? { amount: yuanText(discount.amountFen) }
      : { rate: yuanText(discount.rateBp), cap: discount.capFen === null ? '' : yuanText(discount.capFen) }),
    validityKind: validity.kind,
    ...(validity.kind === 'days'
      ? { days: validity.days }
      : { from: dayAt(Date.parse(validity.from)), until: dayAt(Date.parse(validity.until) - 1) }),
    audienceKind: audience.kind,
    ...(audience.kind === 'new' && { audienceDays: audience.days }),
  }
}

/** The last day is the whole of it. */
const instantOf = (day: string, plusDays: number) => (day === '' ? '' : startOfDay(day, plusDays))

/** What the form says of a coupon, as the API takes it; what is no number becomes none, which the schema refuses. */
export function toTerms(values: CouponValues) {
  const { name, description, kind, totalLimit, perPersonLimit, isClaimable } = values
  return {
    name,
    description,
    kind,
    totalLimit,
    perPersonLimit,
    isClaimable,
    discount:
      values.discountKind === 'amount'
        ? { kind: 'amount' as const, amountFen: readYuan(values.amount) }
        : {
            kind: 'percent' as const,
            // Two digits behind the point of a percentage are basis points, as fen are of yuan.
            rateBp: readYuan(values.rate),
            capFen: values.cap.trim() === '' ? null : readYuan(values.cap),
          },
    thresholdFen: readYuan(values.threshold),
    validity:
      values.validityKind === 'days'
        ? { kind: 'days' as const, days: values.days }
        : { kind: 'dates' as const, from: instantOf(values.from, 0), until: instantOf(values.until, 1) },
    audience:
      values.audienceKind === 'new'
        ? { kind: 'new' as const, days: values.audienceDays }
        : { kind: values.audienceKind },
  }
}

/** What may still change of one that was active. */
export function toLaterChanges({ name, description, totalLimit, perPersonLimit, isClaimable }: CouponValues) {
  return { name, description, totalLimit, perPersonLimit, isClaimable }
}
