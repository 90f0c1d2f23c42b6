import type { CampaignResultsDto, CampaignRowDto, ParticipantDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { CampaignFilters } from './campaign-filters.ts'

export const campaignsKey = ['campaigns'] as const

const asList = { initialPageParam: null as string | null }
/** Open results look this often what has changed. */
const lookEveryMs = 15_000

export function readCampaigns(filters: CampaignFilters, signal?: AbortSignal): ReadPage<CampaignRowDto> {
  return (cursor, limit) => api.campaigns.all.query({ ...filters, cursor, limit }, signal && { signal })
}

export function allCampaigns(filters: CampaignFilters) {
  return infiniteQueryOptions({
    ...asList,
    placeholderData: keepPreviousData,
    queryKey: [...campaignsKey, 'all', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<CampaignRowDto>> => readCampaigns(filters, signal)(pageParam, 30),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function campaignRow(campaignId: string) {
  return queryOptions({
    queryKey: [...campaignsKey, 'one', campaignId] as const,
    queryFn: ({ signal }): Promise<CampaignRowDto> => api.campaigns.one.query({ campaignId }, { signal }),
    staleTime: 0,
  })
}

export function campaignResults(campaignId: string) {
  return queryOptions({
    queryKey: [...campaignsKey, 'results', campaignId] as const,
    queryFn: ({ signal }): Promise<CampaignResultsDto> => api.campaigns.results.query({ campaignId }, { signal }),
    refetchInterval: lookEveryMs,
  })
}

export function readParticipants(campaignId: string, signal?: AbortSignal): ReadPage<ParticipantDto> {
  return (cursor, limit) => api.campaigns.participants.query({ campaignId, cursor, limit }, signal && { signal })
}

export function participantsOf(campaignId: string) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...campaignsKey, 'participants', campaignId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<ParticipantDto>> =>
      readParticipants(campaignId, signal)(pageParam, 30),
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** So many are offered to choose from, the newest first. */
const mostOffered = 100

/** Coupons that a campaign could give. */
export function givableCoupons() {
  return queryOptions({
    queryKey: [...campaignsKey, 'coupons'] as const,
    queryFn: async ({ signal }): Promise<CouponRowDto[]> =>
      (await api.coupons.list.query({ limit: mostOffered }, { signal })).items.filter(
        ({ status }) => status !== 'ended',
      ),
  })
}
