import type { CampaignDto, CheckInsDto, OfferDto } from '@mozhou/contracts/campaigns/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const campaignsKey = ['campaigns'] as const

export function allCampaigns() {
  return infiniteQueryOptions({
    initialPageParam: null as string | null,
    queryKey: [...campaignsKey, 'list'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<CampaignDto>> =>
      api.campaigns.list.query({ cursor: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function campaignById(campaignId: string) {
  return queryOptions({
    queryKey: [...campaignsKey, 'one', campaignId] as const,
    queryFn: ({ signal }): Promise<CampaignDto> => api.campaigns.get.query({ campaignId }, { signal }),
  })
}

/** What a recharge of this list price would get; null: nothing. */
export function offerFor(amountFen: number) {
  return queryOptions({
    queryKey: [...campaignsKey, 'offer', amountFen] as const,
    queryFn: ({ signal }): Promise<OfferDto | null> => api.campaigns.offer.query({ amountFen }, { signal }),
  })
}

/** The month that a day lies in; null: the present one. */
export function checkInsOf(campaignId: string, day: string | null) {
  return queryOptions({
    queryKey: [...campaignsKey, 'check-ins', campaignId, day] as const,
    queryFn: ({ signal }): Promise<CheckInsDto> =>
      api.campaigns.checkIns.query({ campaignId, ...(day !== null && { day }) }, { signal }),
  })
}
