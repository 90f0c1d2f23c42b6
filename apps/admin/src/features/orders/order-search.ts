import { dayIn, textIn } from '../../tables/filters.ts'
import { abnormalReasons, noticeVerdicts, orderKinds, orderStatuses, payChannels } from '@mozhou/contracts/orders/kinds'
import type { AbnormalReason, NoticeVerdict, OrderKind, OrderStatus, PayChannel } from '@mozhou/contracts/orders/kinds'

/** What the list shows; it stands in the address, so that it can be sent to somebody and kept. */
export interface OrderSearch {
  status?: OrderStatus
  kind?: OrderKind
  channel?: PayChannel
  abnormal?: AbnormalReason | 'any'
  search?: string
  /** Days in Shanghai, both included. */
  from?: string
  to?: string
  /** The order that is open. */
  order?: string
  /** Shows what the channels told instead of orders. */
  view?: 'notices'
  verdict?: NoticeVerdict
}

/** What a control changes; `parseOrderSearch` keeps what fits. */
export type SearchChange = { [Name in keyof OrderSearch]?: string | undefined }

export type NoticeFilters = Pick<OrderSearch, 'verdict' | 'channel' | 'search' | 'from' | 'to'>

export type OrderListFilters = Omit<OrderSearch, 'order' | 'view' | 'verdict'>

/** Keeps of an address what fits and drops the rest. */
export function parseOrderSearch(raw: Record<string, unknown>): OrderSearch {
  const status = orderStatuses.find((candidate) => candidate === raw['status'])
  const kind = orderKinds.find((candidate) => candidate === raw['kind'])
  const channel = payChannels.find((candidate) => candidate === raw['channel'])
  const abnormal = (['any', ...abnormalReasons] as const).find((candidate) => candidate === raw['abnormal'])
  const verdict = noticeVerdicts.find((candidate) => candidate === raw['verdict'])
  const search = textIn(raw['search'])
  const order = textIn(raw['order'])
  const from = dayIn(raw['from'])
  const to = dayIn(raw['to'])
  return {
    ...(status && { status }),
    ...(kind && { kind }),
    ...(channel && { channel }),
    ...(abnormal && { abnormal }),
    ...(search && { search }),
    ...(from && { from }),
    ...(to && { to }),
    ...(order && { order }),
    ...(raw['view'] === 'notices' && { view: 'notices' as const }),
    ...(verdict && { verdict }),
  }
}

export function listFilters(search: OrderSearch): OrderListFilters {
  const { order: _order, view: _view, verdict: _verdict, ...filters } = search
  return filters
}

/** Of what the channels told: the parts of the address that it shares with orders, and its own. */
export function noticeFilters({ verdict, channel, search, from, to }: OrderSearch): NoticeFilters {
  return {
    ...(verdict && { verdict }),
    ...(channel && { channel }),
    ...(search !== undefined && { search }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}

export function isNarrowed(search: OrderSearch): boolean {
  return Object.keys(listFilters(search)).length > 0
}
