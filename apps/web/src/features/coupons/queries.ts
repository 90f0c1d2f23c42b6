import type { CartCouponsDto, CouponDto, UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { UserCouponView } from '@mozhou/contracts/coupons/kinds'
import type { Page } from '@mozhou/contracts/page'
import type { QueryClient } from '@tanstack/solid-query'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const couponsKey = ['coupons'] as const

export function claimableCoupons() {
  return queryOptions({
    queryKey: [...couponsKey, 'claimable'] as const,
    queryFn: ({ signal }): Promise<CouponDto[]> => api.coupons.claimable.query(undefined, { signal }),
  })
}

export function myCoupons(view: UserCouponView) {
  return infiniteQueryOptions({
    queryKey: [...couponsKey, 'mine', view] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UserCouponDto>> =>
      api.coupons.mine.query({ view, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** As good as now. */
const knownForMs = 10_000

/**
 * Whether somebody has coupons that an order has to ask about first, waited for where it is not known yet: nobody orders without the best one
 * because they were quick. Where it cannot be known, whoever asks about them next says so.
 */
export async function mayHaveCoupons(client: QueryClient): Promise<boolean> {
  const known = await client
    .infiniteQuery({ ...myCoupons('usable'), staleTime: knownForMs })
    .catch(() => ({ pages: null }))
  return known.pages === null || known.pages.some(({ items }) => items.length > 0)
}

/** What is about to be ordered. */
export type Cart = { kind: 'recharge'; amountFen: number } | { kind: 'membership'; planId: string }

/** What one's coupons would do for it; the prices of the one before stay while the next is asked. */
export function couponsFor(cart: Cart) {
  return queryOptions({
    queryKey: [...couponsKey, 'for', cart] as const,
    queryFn: ({ signal }): Promise<CartCouponsDto> => api.coupons.forCart.query(cart, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** An order took a coupon, or gave it back. */
export async function tellCoupons(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: couponsKey })
}
