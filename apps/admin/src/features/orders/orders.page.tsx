import { saveFile } from '@mozhou/ui/device/save-file'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { useMutation } from '@tanstack/solid-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import Download from 'lucide-solid/icons/download'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { ordersMenu } from './menu.ts'
import { NoticeList } from './notice-list.tsx'
import { useOrderColumns } from './order-columns.tsx'
import { OrderDrawer } from './order-drawer.tsx'
import { OrderFilterBar } from './order-filter-bar.tsx'
import { isNarrowed, listFilters, parseOrderSearch } from './order-search.ts'
import type { OrderListFilters, OrderSearch, SearchChange } from './order-search.ts'
import { ordersMatching } from './queries.ts'
import { useI18n } from './words.ts'

export function OrdersPage() {
  const { t, pick } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/orders' })
  const change = (part: SearchChange) =>
    void navigate({ to: '/orders', search: parseOrderSearch({ ...search(), ...part }), replace: true })
  const view = () => search().view ?? 'orders'
  return (
    <Page
      title={pick(ordersMenu.title)}
      subtitle={t('orders.subtitle')}
      aside={<ExportButton filters={listFilters(search())} />}
    >
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
        fallback={<NoticeList verdict={search().verdict} onVerdict={(verdict) => change({ verdict })} />}
      >
        <OrderList search={search()} onChange={change} />
      </Show>
      <Show when={search().order} keyed>
        {(orderId) => <OrderDrawer orderId={orderId} onClose={() => change({ order: undefined })} />}
      </Show>
    </Page>
  )
}

function OrderList(props: { search: OrderSearch; onChange: (part: SearchChange) => void }) {
  const { t, pick } = useI18n()
  const orders = useInfiniteQuery(() => ordersMatching(listFilters(props.search)))
  const columns = useOrderColumns((order) => props.onChange({ order }))
  return (
    <Card isFlush>
      <OrderFilterBar search={props.search} onChange={(part) => props.onChange(part)} />
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

function ExportButton(props: { filters: OrderListFilters }) {
  const { t, error, locale } = useI18n()
  const file = useMutation(() => ({
    mutationFn: () => api.orders.csv.query({ ...props.filters, locale: locale() }),
    onSuccess: (answer) => {
      saveFile(answer)
      toastSuccess({ title: t(answer.isTruncated ? 'orders.exportCut' : 'orders.exported') })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <Button icon={<Download size={16} aria-hidden="true" />} isPending={file.isPending} onClick={() => file.mutate()}>
      {t('orders.exportCsv')}
    </Button>
  )
}
