import type { CartCouponsDto } from '@mozhou/contracts/coupons/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal } from 'solid-js'
import { couponsFor } from './queries.ts'
import type { Cart } from './queries.ts'

export interface CouponChoiceState {
  data: () => CartCouponsDto | undefined
  error: () => unknown
  /** The coupon that the order is made with; null for none. */
  chosenId: () => string | null
  /** What is taken off, and what is left; undefined until it is known. */
  discountFen: () => number | undefined
  payableFen: () => number | undefined
  choose: (id: string | null) => void
}

/**
 * Which coupon something is ordered with: the best one until the person chooses. What they chose holds as long as it can be used; another
 * amount may take that away, and then it is the best one again.
 */
export function createCouponChoice(cart: () => Cart): CouponChoiceState {
  const [wish, setWish] = createSignal<string | null | undefined>(undefined)
  const coupons = useQuery(() => couponsFor(cart()))
  const usable = () => coupons.data?.coupons.filter(({ refusal }) => refusal === null) ?? []
  const chosenId = () => {
    const wished = wish()
    if (wished === null) return null
    const isUsable = usable().some(({ coupon }) => coupon.id === wished)
    return isUsable && wished !== undefined ? wished : (coupons.data?.bestId ?? null)
  }
  const discountFen = () => {
    if (!coupons.data || coupons.isPlaceholderData) return undefined
    return usable().find(({ coupon }) => coupon.id === chosenId())?.discountFen ?? 0
  }
  return {
    data: () => coupons.data,
    error: () => coupons.error,
    chosenId,
    discountFen,
    payableFen: () => {
      const off = discountFen()
      return off === undefined || !coupons.data ? undefined : coupons.data.restFen - off
    },
    choose: setWish,
  }
}
