import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { Page } from '@mozhou/contracts/page'
import type {
  RebateBatchDto,
  RebateRowDto,
  ReferralRuleDto,
  ReferralStatisticsDto,
} from '@mozhou/contracts/referrals/answers'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { RebateFilters, ReferralFilters } from './search.ts'

export const rebatesKey = ['rebates'] as const
export const referralRulesKey = ['referral-rules'] as const

export function referralStatistics(days: ReferralFilters) {
  return queryOptions({
    queryKey: ['referral-statistics', days] as const,
    queryFn: ({ signal }): Promise<ReferralStatisticsDto> => api.referrals.statistics.query(days, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function readRebates(filters: RebateFilters, signal?: AbortSignal): ReadPage<RebateRowDto> {
  return (cursor, limit) => api.referrals.list.query({ ...filters, cursor, limit }, signal && { signal })
}

export function rebates(filters: RebateFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...rebatesKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<RebateRowDto>> => readRebates(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function rebate(rebateId: string) {
  return queryOptions({
    queryKey: [...rebatesKey, 'one', rebateId] as const,
    queryFn: ({ signal }): Promise<RebateRowDto> => api.referrals.one.query({ rebateId }, { signal }),
    staleTime: 0,
  })
}

/** What rebates may be given as: the coupons that are being given now. */
export function couponsOnOffer() {
  return queryOptions({
    queryKey: ['coupons', 'on-offer'] as const,
    queryFn: ({ signal }): Promise<Page<CouponRowDto>> =>
      api.coupons.list.query({ status: 'active', limit: 100 }, { signal }),
    staleTime: 0,
  })
}

export function batches() {
  return infiniteQueryOptions({
    queryKey: [...rebatesKey, 'batches'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<RebateBatchDto>> =>
      api.referrals.batches.query({ cursor: pageParam, limit: 10 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function referralRules() {
  return queryOptions({
    queryKey: referralRulesKey,
    queryFn: ({ signal }): Promise<ReferralRuleDto[]> => api.referrals.rules.query(undefined, { signal }),
  })
}
