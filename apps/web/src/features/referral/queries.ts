import type { Page } from '@mozhou/contracts/page'
import type { InvitedDto, MyCodeDto, MyRebateDto, MyStatsDto } from '@mozhou/contracts/referrals/answers'
import type { RebateState } from '@mozhou/contracts/referrals/kinds'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

const referralKey = ['referral'] as const

export function myCode() {
  return queryOptions({
    queryKey: [...referralKey, 'code'] as const,
    queryFn: ({ signal }): Promise<MyCodeDto> => api.referrals.myCode.query(undefined, { signal }),
  })
}

export function myStats() {
  return queryOptions({
    queryKey: [...referralKey, 'stats'] as const,
    queryFn: ({ signal }): Promise<MyStatsDto> => api.referrals.stats.query(undefined, { signal }),
  })
}

export function invited(level: 1 | 2) {
  return infiniteQueryOptions({
    queryKey: [...referralKey, 'invited', level] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<InvitedDto>> =>
      api.referrals.records.query({ level, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function myRebates(state: RebateState | undefined) {
  return infiniteQueryOptions({
    queryKey: [...referralKey, 'rebates', state] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<MyRebateDto>> =>
      api.referrals.rebates.query({ state, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
