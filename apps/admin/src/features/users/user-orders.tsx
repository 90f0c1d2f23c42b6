import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { createSignal, Show } from 'solid-js'
import { useOrderColumns } from '../orders/order-columns.tsx'
import { OrderDrawer } from '../orders/order-drawer.tsx'
import { ordersMatching } from '../orders/queries.ts'
import { useI18n } from './words.ts'

export function UserOrders(props: { userId: string }) {
  const { t } = useI18n()
  const [opened, setOpened] = createSignal<string | null>(null)
  const orders = useInfiniteQuery(() => ordersMatching({ search: props.userId }))
  const columns = useOrderColumns(setOpened)
  return (
    <>
      <DataTable
        caption={t('users.tabs.orders')}
        columns={columns().filter(({ key }) => key !== 'person')}
        query={orders}
        empty={<EmptyState title={t('users.noOrders')} />}
      />
      <Show when={opened()} keyed>
        {(orderId) => <OrderDrawer orderId={orderId} onClose={() => setOpened(null)} />}
      </Show>
    </>
  )
}
