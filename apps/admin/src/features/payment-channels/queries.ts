import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const paymentChannelsKey = ['payment-channels'] as const

export function paymentChannels() {
  return queryOptions({
    queryKey: paymentChannelsKey,
    queryFn: ({ signal }): Promise<ChannelAdminDto[]> => api.paymentChannels.list.query(undefined, { signal }),
  })
}
