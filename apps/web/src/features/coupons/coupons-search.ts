/** The parts of the page; the first is shown where the address names none. */
export const couponParts = ['usable', 'claimable', 'used', 'over'] as const
export type CouponPart = (typeof couponParts)[number]

export function parseCouponsSearch(raw: Record<string, unknown>): { part?: CouponPart } {
  const part = couponParts.find((candidate) => candidate === raw['part'])
  return part === undefined ? {} : { part }
}
