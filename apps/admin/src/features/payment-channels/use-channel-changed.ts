import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import { useQueryClient } from '@tanstack/solid-query'
import { paymentChannelsKey } from './queries.ts'

/** Shows a changed channel at once: who changes it again must not meet their own change as somebody else's. */
export function useChannelChanged() {
  const client = useQueryClient()
  return async (saved: ChannelAdminDto) => {
    client.setQueryData<ChannelAdminDto[]>(paymentChannelsKey, (channels) =>
      channels?.map((channel) => (channel.channel === saved.channel ? saved : channel)),
    )
    await client.invalidateQueries({ queryKey: paymentChannelsKey })
  }
}
