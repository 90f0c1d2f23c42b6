import type { MembershipRecordDto } from '@mozhou/contracts/orders/sale-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { membershipRecords } from './queries.ts'
import { useI18n } from './words.ts'

const tones = { to_come: 'accent', now: 'success', over: 'neutral' } as const

/** What was bought, renewed and given, and when it ends or ended. */
export function MembershipRecords() {
  const { t } = useI18n()
  const records = useQuery(() => membershipRecords())
  const columns = useRecordColumns()
  return (
    <Card title={t('orders.recordsTitle')} isFlush>
      <DataTable
        caption={t('orders.recordsTitle')}
        columns={columns()}
        query={singlePage(records)}
        empty={<EmptyState title={t('orders.recordsEmpty')} description={t('orders.recordsEmptyHint')} />}
      />
    </Card>
  )
}

function useRecordColumns(): () => Column<MembershipRecordDto>[] {
  const { t, money, date, exactTime } = useI18n()
  return () => [
    { key: 'what', header: t('orders.what'), isPrimary: true, cell: (record) => <What record={record} /> },
    {
      key: 'period',
      header: t('orders.period'),
      cell: ({ period }) => (
        <Show when={period} fallback="—">
          {(shown) => (
            <span title={t('orders.periodOf', exactTime(shown().startsAt), exactTime(shown().endsAt))}>
              {t('orders.periodOf', date(shown().startsAt), date(shown().endsAt))}
            </span>
          )}
        </Show>
      ),
    },
    { key: 'state', header: t('orders.status'), cell: (record) => <State record={record} /> },
    {
      key: 'price',
      header: t('orders.price'),
      align: 'right',
      cell: ({ order }) => (order === null ? '—' : money(order.payableFen)),
    },
    { key: 'at', header: t('orders.recordAt'), cell: ({ at }) => <time title={exactTime(at)}>{date(at)}</time> },
  ]
}

function What(props: { record: MembershipRecordDto }) {
  const { t } = useI18n()
  const kind = () => t(`orders.recordOf.${props.record.kind}`)
  return (
    <Show when={props.record.order} fallback={<span class="font-medium">{kind()}</span>}>
      {(order) => (
        <Link to="/orders/$orderId" params={{ orderId: order().id }} class="font-medium hover:underline">
          {kind()} · {order().planName}
        </Link>
      )}
    </Show>
  )
}

function State(props: { record: MembershipRecordDto }) {
  const { t } = useI18n()
  const isRefunded = () =>
    props.record.order?.status === 'refunded' || props.record.order?.status === 'partially_refunded'
  return (
    <span class="flex flex-wrap gap-1.5">
      <Show when={props.record.period}>
        {(period) => <Badge tone={tones[period().state]}>{t(`orders.periodStateOf.${period().state}`)}</Badge>}
      </Show>
      <Show when={isRefunded()}>
        <Badge>{t(`orders.statusOf.${props.record.order?.status ?? 'refunded'}`)}</Badge>
      </Show>
    </span>
  )
}
