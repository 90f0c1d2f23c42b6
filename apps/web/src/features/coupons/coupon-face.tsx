import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useCouponWords } from './use-coupon-words.ts'

interface CouponFaceProps {
  coupon: Pick<UserCouponDto, 'name' | 'description' | 'discount' | 'thresholdFen' | 'kind'>
  /** It can no longer be used. */
  isOver?: boolean
  /** When it is valid, and what else is to be known. */
  children: JSX.Element
  action?: JSX.Element
}

/** A coupon as it looks everywhere: what it takes off, on what, and what can be done with it. */
export function CouponFace(props: CouponFaceProps) {
  const words = useCouponWords()
  return (
    <div class="flex items-center justify-between gap-3 px-4 py-3">
      <div class="min-w-0">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <span
            classList={{ 'text-accent-text': props.isOver !== true, 'text-ink-3': props.isOver === true }}
            class="text-lg font-semibold tabular-nums"
          >
            {words.worth(props.coupon)}
          </span>
          <span class="text-sm font-medium wrap-anywhere">{props.coupon.name}</span>
        </p>
        <p class="text-xs text-ink-2 tabular-nums">{words.terms(props.coupon)}</p>
        <Show when={props.coupon.description !== ''}>
          <p class="text-xs wrap-anywhere text-ink-2">{props.coupon.description}</p>
        </Show>
        <div class="text-xs text-ink-3 tabular-nums">{props.children}</div>
      </div>
      <Show when={props.action}>
        <div class="shrink-0">{props.action}</div>
      </Show>
    </div>
  )
}
