import type { MoneyRefundRowDto } from '@mozhou/contracts/refunds/answers'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { refundQueues } from '@mozhou/contracts/refunds/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import Undo2 from 'lucide-solid/icons/undo-2'
import { Show } from 'solid-js'
import { moneyRefundsMenu } from './menu.ts'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { moneyRefunds, readMoneyRefunds } from './queries.ts'
import { parseRefundSearch, refundFilters } from './refund-search.ts'
import { RefundDrawer } from './refund-drawer.tsx'
import { RefundStatusBadge } from './refund-status-badge.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePersonName } from '../accounts/use-person-name.ts'
import { useI18n } from './words.ts'

const any = 'any'

/** What waits for finance, and everything else that went or goes back; the queue and the opened refund are in the address. */
export function MoneyRefundsPage() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/money-refunds' })
  const navigate = useNavigate()
  const filters = () => refundFilters(search())
  const rows = useInfiniteQuery(() => moneyRefunds(filters()))
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/money-refunds', search: parseRefundSearch(raw), replace: true })
  const open = (refund: string | undefined) =>
    void navigate({ to: '/money-refunds', search: parseRefundSearch({ ...search(), refund }) })
  const columns = useColumns(open)
  return (
    <Page title={pick(moneyRefundsMenu.title)} subtitle={t('moneyRefunds.subtitle')}>
      <Card isFlush>
        <div class="border-b border-line px-4 py-3">
          <div class="max-w-xl">
            <Segmented
              label={t('moneyRefunds.queue')}
              value={search().queue ?? any}
              onValueChange={(value) => apply({ ...filters(), queue: value === any ? undefined : value })}
              options={[
                { value: any, label: t('moneyRefunds.all') },
                ...refundQueues.map((value) => ({ value, label: t(`moneyRefunds.queueOf.${value}`) })),
              ]}
            />
          </div>
        </div>
        <FilterBar
          search={{ ...filters() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('moneyRefunds.search')}
          hasDays
        >
          <SavedFilters table="money-refunds" search={{ ...filters() }} onApply={apply} />
          <ExportButton file={() => tableFile('refunds', columns(), readMoneyRefunds(filters()))} />
        </FilterBar>
        <DataTable
          caption={pick(moneyRefundsMenu.title)}
          columns={columns()}
          query={rows}
          empty={
            <EmptyState
              icon={<Undo2 size={24} aria-hidden="true" />}
              title={t('moneyRefunds.emptyTitle')}
              description={t('moneyRefunds.emptyHint')}
            />
          }
        />
      </Card>
      <Show when={search().refund} keyed>
        {(refundId) => <RefundDrawer refundId={refundId} onClose={() => open(undefined)} />}
      </Show>
    </Page>
  )
}

function useColumns(open: (refundId: string) => void): () => Column<MoneyRefundRowDto>[] {
  const { t, money, number, time, exactTime } = useI18n()
  const nameOf = usePersonName()
  return () => [
    {
      key: 'order',
      header: t('moneyRefunds.order'),
      isPrimary: true,
      text: ({ order, kind }) =>
        `${order.orderNo} · ${order.planName ?? t('moneyRefunds.recharge', number(order.credits ?? 0))} · ${t(`moneyRefunds.kindOf.${kind}`)}`,
      cell: ({ order, kind }) => (
        <span class="block">
          {order.planName ?? t('moneyRefunds.recharge', number(order.credits ?? 0))} ·{' '}
          {t(`moneyRefunds.kindOf.${kind}`)}
          <span class="block font-mono text-xs break-all text-ink-3">{order.orderNo}</span>
        </span>
      ),
    },
    {
      key: 'user',
      header: t('moneyRefunds.user'),
      cell: ({ user }) => <PersonLink person={user} />,
      text: ({ user }) => nameOf(user.username),
    },
    {
      key: 'amount',
      header: t('moneyRefunds.amount'),
      align: 'right',
      cell: ({ amountFen }) => <span class="tabular-nums">{money(amountFen)}</span>,
      text: ({ amountFen }) => yuanText(amountFen),
    },
    {
      key: 'status',
      header: t('moneyRefunds.status'),
      cell: (row) => <RefundStatusBadge refund={row} />,
      text: ({ status }) => t(`moneyRefunds.statusOf.${status}`),
    },
    {
      key: 'time',
      header: t('moneyRefunds.time'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
      text: ({ createdAt }) => beijingTime(createdAt),
    },
    {
      key: 'open',
      header: t('moneyRefunds.open'),
      isActions: true,
      cell: ({ id }) => (
        <Button size="sm" variant="ghost" onClick={() => open(id)}>
          {t('moneyRefunds.open')}
        </Button>
      ),
    },
  ]
}
