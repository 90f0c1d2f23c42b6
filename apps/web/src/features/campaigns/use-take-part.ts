import type { CampaignDto, ParticipationDto } from '@mozhou/contracts/campaigns/answers'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { couponsKey } from '../coupons/queries.ts'
import { campaignsKey } from './queries.ts'

/** Takes part with one press; whatever comes of it, the page and the balance are read again. */
export function useTakePart(campaign: () => CampaignDto, onTaken: (taken: ParticipationDto) => void) {
  const client = useQueryClient()
  const keys = createRequestKeys()
  return useMutation(() => ({
    mutationFn: (): Promise<ParticipationDto> => {
      const { id: campaignId, mine } = campaign()
      // Once more is another press; the same press again is not.
      return api.campaigns.participate.mutate({
        campaignId,
        requestKey: keys.keyFor({ campaignId, times: mine.times }),
      })
    },
    onSuccess: (taken) => {
      keys.answered()
      onTaken(taken)
    },
    onError: (error) => keys.failed(error),
    onSettled: () =>
      Promise.all(
        [campaignsKey, ['credits'] as const, couponsKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  }))
}
