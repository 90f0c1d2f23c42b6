import type {
  CouponFiguresDto,
  CouponIssueDto,
  CouponRowDto,
  UserCouponRowDto,
} from '@mozhou/contracts/coupons/admin-answers'
import type { CouponAudience } from '@mozhou/contracts/coupons/terms'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import type { QueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { CouponFilters, givenFilters } from './coupon-search.ts'

export const couponsKey = ['coupons'] as const

const asList = { initialPageParam: null as string | null, placeholderData: keepPreviousData }
type GivenFilters = ReturnType<typeof givenFilters> & { issueId?: string }

export function readCoupons(filters: CouponFilters, signal?: AbortSignal): ReadPage<CouponRowDto> {
  return (cursor, limit) => api.coupons.list.query({ ...filters, cursor, limit }, signal && { signal })
}

export function couponsMatching(filters: CouponFilters) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...couponsKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<CouponRowDto>> => readCoupons(filters, signal)(pageParam, 30),
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** One by its id, which a search finds alone. */
export function couponById(couponId: string) {
  return queryOptions({
    queryKey: [...couponsKey, 'one', couponId] as const,
    queryFn: async ({ signal }): Promise<CouponRowDto | null> =>
      (await api.coupons.list.query({ search: couponId, limit: 1 }, { signal })).items[0] ?? null,
    staleTime: 0,
  })
}

export function couponFigures(couponId: string) {
  return queryOptions({
    queryKey: [...couponsKey, 'figures', couponId] as const,
    queryFn: ({ signal }): Promise<CouponFiguresDto> => api.coupons.figures.query({ couponId }, { signal }),
    staleTime: 0,
  })
}

/** How many people an audience has now, which is whom an issue to it is for. */
export function audienceSize(audience: CouponAudience) {
  return queryOptions({
    queryKey: [...couponsKey, 'audience', audience] as const,
    queryFn: async (): Promise<number> => (await api.campaigns.audienceSize.mutate({ audience })).people,
    staleTime: 0,
  })
}

/** What an issue in the background changes of a coupon, besides how far it is. */
export async function refreshGiven(client: QueryClient, couponId: string): Promise<void> {
  const changed = [couponById(couponId).queryKey, couponFigures(couponId).queryKey, [...couponsKey, 'given']]
  await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
}

export function readGiven(filters: GivenFilters, signal?: AbortSignal): ReadPage<UserCouponRowDto> {
  return (cursor, limit) => api.coupons.given.query({ ...filters, cursor, limit }, signal && { signal })
}

export function givenMatching(filters: GivenFilters) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...couponsKey, 'given', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UserCouponRowDto>> => readGiven(filters, signal)(pageParam, 30),
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** One that is under way is looked at every so often. */
const lookEveryMs = 2_000

/** The last hundred issues of a coupon. */
export function couponIssues(couponId: string) {
  return queryOptions({
    queryKey: [...couponsKey, 'issues', couponId] as const,
    queryFn: ({ signal }): Promise<Page<CouponIssueDto>> =>
      api.coupons.issues.query({ couponId, limit: 100 }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ endedAt }) => endedAt === null) === true ? lookEveryMs : false,
    staleTime: 0,
  })
}
