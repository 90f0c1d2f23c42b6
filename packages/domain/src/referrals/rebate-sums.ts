import { rebateStateOf } from '@mozhou/contracts/referrals/kinds'
import type { RebateForm, RebateState } from '@mozhou/contracts/referrals/kinds'
import type { RewardSumDto } from '@mozhou/contracts/referrals/answers'
import { storedRebateForm, storedRebateStatus } from '../referral-rules/stored-referrals.ts'

/** As a statement groups them. */
export interface GroupedRebates {
  status: string
  form: string
  count: number
  /** A sum of many integers: the database counts it beyond the range of one. */
  amount: bigint | number
}

/** By the states that people know; of what is cancelled or lapsed, what it would have been. */
export function sumsByState(
  groups: readonly GroupedRebates[],
): Record<RebateState, { count: number; sum: RewardSumDto }> {
  const sums = { pending: none(), paid: none(), cancelled: none(), expired: none() } satisfies Record<
    RebateState,
    unknown
  >
  for (const { status, form, count, amount } of groups) {
    const state = sums[rebateStateOf(storedRebateStatus(status))]
    state.count += count
    state.sum[sumNames[storedRebateForm(form)]] += Number(amount)
  }
  return sums
}

const sumNames = { credits: 'credits', cash: 'cashFen', coupon: 'coupons' } as const satisfies Record<
  RebateForm,
  keyof RewardSumDto
>

const none = () => ({ count: 0, sum: { credits: 0, cashFen: 0, coupons: 0 } })

export const earningsOf = (sums: ReturnType<typeof sumsByState>): Record<RebateState, RewardSumDto> => {
  const { pending, paid, cancelled, expired } = sums
  return { pending: pending.sum, paid: paid.sum, cancelled: cancelled.sum, expired: expired.sum }
}

/** What of those who came have paid, in basis points. */
export const conversionBp = (invited: number, paying: number): number =>
  invited === 0 ? 0 : Math.round((paying * 10_000) / invited)
