import { abnormalReasons, orderKinds, orderStatuses, payChannels } from '@mozhou/contracts/orders/kinds'
import type { JSX } from 'solid-js'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { listFilters } from './order-search.ts'
import type { OrderSearch, SearchChange } from './order-search.ts'
import { useI18n } from './words.ts'

export function OrderFilterBar(props: {
  search: OrderSearch
  onChange: (part: SearchChange) => void
  children: JSX.Element
}) {
  const { t } = useI18n()
  return (
    <FilterBar
      search={{ ...listFilters(props.search) }}
      onChange={(part) => props.onChange(part)}
      searchLabel={t('orders.search')}
      hasDays
      choices={[
        {
          name: 'abnormal',
          any: t('orders.anyCondition'),
          options: [
            { value: 'any', label: t('orders.needsFinance') },
            ...abnormalReasons.map((value) => ({ value, label: t(`orders.abnormalOf.${value}`) })),
          ],
        },
        {
          name: 'status',
          any: t('orders.anyStatus'),
          options: orderStatuses.map((value) => ({ value, label: t(`orders.statusOf.${value}`) })),
        },
        {
          name: 'kind',
          any: t('orders.anyKind'),
          options: orderKinds.map((value) => ({ value, label: t(`orders.kindOf.${value}`) })),
        },
        {
          name: 'channel',
          any: t('orders.anyChannel'),
          options: payChannels.map((value) => ({ value, label: t(`orders.channelOf.${value}`) })),
        },
      ]}
    >
      {props.children}
    </FilterBar>
  )
}
