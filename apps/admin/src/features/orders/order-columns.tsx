import type { OrderRowDto } from '@mozhou/contracts/orders/admin-answers'
import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Show } from 'solid-js'
import { PersonLink } from '../accounts/person-link.tsx'
import { useI18n } from './words.ts'

const tones: Record<OrderStatus, BadgeTone> = {
  pending: 'warning',
  fulfilled: 'success',
  closed: 'neutral',
  partially_refunded: 'accent',
  refunded: 'accent',
}

/** Where an order stands, and what is wrong with it. */
export function OrderState(props: { order: Pick<OrderRowDto, 'status' | 'abnormalReason'> }) {
  const { t } = useI18n()
  return (
    <span class="inline-flex flex-wrap gap-1.5">
      <Badge tone={tones[props.order.status]}>{t(`orders.statusOf.${props.order.status}`)}</Badge>
      <Show when={props.order.abnormalReason}>
        {(reason) => <Badge tone="danger">{t(`orders.abnormalOf.${reason()}`)}</Badge>}
      </Show>
    </span>
  )
}

/** What an order is of: `充值 500 积分`, `季度会员`. */
export function useOrderContent(): (order: OrderRowDto) => string {
  const { t, number } = useI18n()
  return ({ kind, credits, plan }) =>
    kind === 'recharge' ? t('orders.rechargeOf', number(credits ?? 0)) : (plan?.name ?? t('orders.kindOf.membership'))
}

export function useOrderColumns(onOpen: (orderId: string) => void): () => Column<OrderRowDto>[] {
  const { t, money, time, exactTime } = useI18n()
  const contentOf = useOrderContent()
  return () => [
    {
      key: 'order',
      header: t('orders.what'),
      isPrimary: true,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{contentOf(row)}</span>
          <Show when={row.isSandbox}>
            <span class="ml-2">
              <Badge>{t('orders.sandbox')}</Badge>
            </span>
          </Show>
          <span class="block font-mono text-xs break-all text-ink-3">{row.orderNo}</span>
        </span>
      ),
    },
    { key: 'person', header: t('orders.person'), cell: (row) => <PersonLink person={row.person} /> },
    { key: 'price', header: t('orders.payable'), align: 'right', cell: (row) => money(row.payableFen) },
    {
      key: 'channel',
      header: t('orders.channel'),
      cell: (row) => (row.channel === null ? '—' : t(`orders.channelOf.${row.channel}`)),
    },
    { key: 'state', header: t('orders.status'), cell: (row) => <OrderState order={row} /> },
    {
      key: 'time',
      header: t('orders.createdAt'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
    },
    {
      key: 'open',
      header: t('orders.open'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" aria-label={`${t('orders.open')} ${row.orderNo}`} onClick={() => onOpen(row.id)}>
          {t('orders.open')}
        </Button>
      ),
    },
  ]
}
