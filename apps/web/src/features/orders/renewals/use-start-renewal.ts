import type { RenewalStartDto } from '@mozhou/contracts/renewals/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../../api.ts'
import { myRenewal, signKey } from './queries.ts'

interface Agreed {
  planId: string
  priceFen: number
  channel: PayChannel
  textVersion: string
}

/** Called by the press of whoever has ticked the box; the same again gives the way to the same agreement. */
export function useStartRenewal() {
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: (agreed: Agreed): Promise<RenewalStartDto> => {
      const isOnPhone = window.matchMedia('(max-width: 767px) and (pointer: coarse)').matches
      return api.renewals.start.mutate({ ...agreed, isAgreed: true, isOnPhone })
    },
    onSuccess: async (start) => {
      client.setQueryData(signKey, start)
      await client.invalidateQueries({ queryKey: myRenewal().queryKey })
    },
  }))
}
