import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ChannelsContext } from './channels-context.ts'

/** Where a channel is told to tell us. */
export function notifyUrlOf({ publicApiUrl }: Pick<ChannelsContext, 'publicApiUrl'>, channel: PayChannel): string {
  return `${publicApiUrl}/api/v1/credit/callback/${channel}`
}
