import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { BillKind } from '@mozhou/contracts/reconciliation/kinds'

/** Which bill of a channel; `day` is `YYYY-MM-DD` on Shanghai's calendar. */
export interface BillKey {
  channel: PayChannel
  kind: BillKind
  day: string
}

/** As the database names it. */
export const byKey = ({ channel, kind, day }: BillKey) => ({ channel_kind_day: { channel, kind, day } })
