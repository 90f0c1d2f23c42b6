import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { ExportButton } from '../../tables/export-button.tsx'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { ordersMenu } from './menu.ts'
import { NoticeList } from './notice-list.tsx'
import { useOrderColumns } from './order-columns.tsx'
import { OrderDrawer } from './order-drawer.tsx'
import { OrderFilterBar } from './order-filter-bar.tsx'
import { isNarrowed, listFilters, noticeFilters, parseOrderSearch } from './order-search.ts'
import type { OrderSearch, SearchChange } from './order-search.ts'
import { ordersMatching } from './queries.ts'
import { useI18n } from './words.ts'

export function OrdersPage() {
  const { t, pick } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/orders' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/orders', search: parseOrderSearch(raw), replace: true })
  const change = (part: SearchChange) => apply({ ...search(), ...part })
  const view = () => search().view ?? 'orders'
  return (
    <Page title={pick(ordersMenu.title)} subtitle={t('orders.subtitle')}>
      <div class="mb-4 max-w-xs">
        <Segmented
          label={t('orders.view')}
          value={view()}
          onValueChange={(value) => change({ view: value === 'notices' ? value : undefined })}
          options={[
            { value: 'orders', label: pick(ordersMenu.title) },
            { value: 'notices', label: t('orders.notices') },
          ]}
        />
      </div>
      <Show
        when={view() === 'orders'}
        fallback={
          <NoticeList
            search={noticeFilters(search())}
            onChange={(part) => change(part)}
            onApply={(kept) => apply({ ...kept, view: 'notices' })}
          />
        }
      >
        <OrderList search={search()} onChange={change} onApply={apply} />
      </Show>
      <Show when={search().order} keyed>
        {(orderId) => <OrderDrawer orderId={orderId} onClose={() => change({ order: undefined })} />}
      </Show>
    </Page>
  )
}

function OrderList(props: {
  search: OrderSearch
  onChange: (part: SearchChange) => void
  onApply: (raw: Record<string, unknown>) => void
}) {
  const { t, pick, locale } = useI18n()
  const orders = useInfiniteQuery(() => ordersMatching(listFilters(props.search)))
  const columns = useOrderColumns((order) => props.onChange({ order }))
  return (
    <Card isFlush>
      <OrderFilterBar search={props.search} onChange={(part) => props.onChange(part)}>
        <SavedFilters table="orders" search={listFilters(props.search)} onApply={(kept) => props.onApply(kept)} />
        <ExportButton file={() => api.orders.csv.query({ ...listFilters(props.search), locale: locale() })} />
      </OrderFilterBar>
      <DataTable
        caption={pick(ordersMenu.title)}
        columns={columns()}
        query={orders}
        empty={
          <EmptyState
            icon={<ReceiptText size={24} aria-hidden="true" />}
            title={t('orders.emptyTitle')}
            description={t(isNarrowed(props.search) ? 'orders.emptyNarrowed' : 'orders.emptyHint')}
          />
        }
      />
    </Card>
  )
}
