import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { orderKinds } from '@mozhou/contracts/orders/kinds'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Link } from '@tanstack/solid-router'
import { createSignal } from 'solid-js'
import { OrderStatusBadge } from './order-status-badge.tsx'
import { myOrders } from './queries.ts'
import { useOrderWords } from './use-order-words.ts'
import { useI18n } from './words.ts'

const kindWords = { recharge: 'kindRecharge', membership: 'kindMembership' } as const

export function OrdersPage() {
  const { t } = useI18n()
  const [kind, setKind] = createSignal<OrderKind>('recharge')
  const orders = useInfiniteQuery(() => myOrders(kind()))
  const columns = useOrderColumns()
  return (
    <Page title={t('orders.listTitle')} subtitle={t('orders.listSubtitle')}>
      <div class="mb-4 max-w-xs">
        <Segmented
          label={t('orders.kindLabel')}
          value={kind()}
          onValueChange={setKind}
          options={orderKinds.map((value) => ({ value, label: t(`orders.${kindWords[value]}`) }))}
        />
      </div>
      <Card isFlush>
        <DataTable
          caption={t('orders.listTitle')}
          columns={columns()}
          query={orders}
          empty={<NoOrders kind={kind()} />}
        />
      </Card>
    </Page>
  )
}

function useOrderColumns(): () => Column<OrderDto>[] {
  const { t, money, time, exactTime } = useI18n()
  const words = useOrderWords()
  return () => [
    {
      key: 'what',
      header: t('orders.what'),
      isPrimary: true,
      cell: (order) => (
        <Link to="/orders/$orderId" params={{ orderId: order.id }} class="font-medium hover:underline">
          {words(order)}
        </Link>
      ),
    },
    { key: 'price', header: t('orders.price'), align: 'right', cell: (order) => money(order.payableFen) },
    {
      key: 'channel',
      header: t('orders.channel'),
      cell: ({ channel }) => (channel === null ? t('orders.noChannel') : t(`orders.channelOf.${channel}`)),
    },
    { key: 'status', header: t('orders.status'), cell: (order) => <OrderStatusBadge status={order.status} /> },
    {
      key: 'createdAt',
      header: t('orders.createdAt'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
  ]
}

function NoOrders(props: { kind: OrderKind }) {
  const { t } = useI18n()
  const isRecharge = () => props.kind === 'recharge'
  return (
    <EmptyState
      title={t('orders.emptyTitle')}
      description={t(isRecharge() ? 'orders.emptyRecharge' : 'orders.emptyMembership')}
      action={
        <Link to={isRecharge() ? '/recharge' : '/membership'} class={buttonClass({ variant: 'primary' })}>
          {t(isRecharge() ? 'orders.goRecharge' : 'orders.goMembership')}
        </Link>
      }
    />
  )
}
