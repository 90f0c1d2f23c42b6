import type { ChannelsDto, OrderDto, PaymentStartDto, PlanDto } from '@mozhou/contracts/orders/answers'
import type { MoneyRefundStatus, OrderKind, PayChannel, PayWay } from '@mozhou/contracts/orders/kinds'
import type { MembershipBenefitsDto, MembershipRecordDto } from '@mozhou/contracts/orders/sale-answers'
import type { Page } from '@mozhou/contracts/page'
import type { RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { meKey } from '@mozhou/ui/api/me-key'
import type { QueryClient } from '@tanstack/solid-query'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creditsKey } from '../../session/queries.ts'
import { accountsKey } from '../accounts/queries.ts'

const ordersKey = ['orders'] as const

/** An open page looks this often whether the money has come, or gone back. */
const lookEveryMs = 2_000
const refundUnderWay: ReadonlySet<MoneyRefundStatus> = new Set(['reserved', 'submitted'])

export function plansOnSale() {
  return queryOptions({
    queryKey: [...ordersKey, 'plans'] as const,
    queryFn: ({ signal }): Promise<PlanDto[]> => api.orders.plans.query(undefined, { signal }),
  })
}

/** What the person's membership brings, and what buying brings now. */
export function membershipBenefits() {
  return queryOptions({
    queryKey: [...ordersKey, 'list', 'benefits'] as const,
    queryFn: ({ signal }): Promise<MembershipBenefitsDto> => api.memberships.benefits.query(undefined, { signal }),
  })
}

export function membershipRecords() {
  return queryOptions({
    queryKey: [...ordersKey, 'list', 'records'] as const,
    queryFn: ({ signal }): Promise<MembershipRecordDto[]> => api.memberships.records.query(undefined, { signal }),
  })
}

export function payChannelsOffered() {
  return queryOptions({
    queryKey: [...ordersKey, 'channels'] as const,
    queryFn: ({ signal }): Promise<ChannelsDto> => api.orders.channels.query(undefined, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** On a phone the channel's own app, where the channel offers that; else a code to scan. The same order gives the same start. */
export function paymentStart(orderId: string, channel: PayChannel) {
  const start = (way: PayWay) => api.orders.pay.mutate({ orderId, channel, way })
  return queryOptions({
    queryKey: [...ordersKey, 'start', orderId, channel] as const,
    queryFn: async (): Promise<PaymentStartDto> => {
      if (!window.matchMedia('(max-width: 767px) and (pointer: coarse)').matches) return start('qr')
      try {
        return await start('wap')
      } catch (error) {
        if (toShownError(error).code !== 'CHANNEL_NOT_OFFERED') throw error
        return start('qr')
      }
    },
    staleTime: Infinity,
    retry: false,
  })
}

export function orderById(orderId: string) {
  return queryOptions({
    queryKey: [...ordersKey, 'one', orderId] as const,
    queryFn: ({ signal }): Promise<OrderDto> => api.orders.get.query({ orderId }, { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? lookEveryMs : false),
  })
}

function isUnderWay(order: OrderDto | undefined): boolean {
  return order?.status === 'pending' || order?.refunds.some(({ status }) => refundUnderWay.has(status)) === true
}

/** What would come back now; asked again each time. */
export function refundQuote(orderId: string) {
  return queryOptions({
    queryKey: [...ordersKey, 'refund', orderId] as const,
    queryFn: ({ signal }): Promise<RefundQuoteDto> => api.refunds.quote.query({ orderId }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

export function myOrders(kind: OrderKind) {
  const list = kind === 'recharge' ? api.orders.recharges : api.orders.memberships
  return infiniteQueryOptions({
    queryKey: [...ordersKey, 'list', kind] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<OrderDto>> => list.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Puts an order's new state where it is shown; what it brought is read again. */
export async function tellOrder(client: QueryClient, order: OrderDto): Promise<void> {
  client.setQueryData(orderById(order.id).queryKey, order)
  await client.invalidateQueries({ queryKey: [...ordersKey, 'list'] })
}

export async function tellPaid(client: QueryClient): Promise<void> {
  const changed = [creditsKey, accountsKey, meKey, [...ordersKey, 'list']]
  await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
}
