import { payChannels } from '@mozhou/contracts/orders/kinds'
import { renewalStates } from '@mozhou/contracts/renewals/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { renewalsMenu } from './menu.ts'
import { allRenewals, readRenewals } from './queries.ts'
import { useRenewalColumns } from './renewal-columns.tsx'
import { parseRenewalFilters } from './renewal-filters.ts'
import { useI18n } from './words.ts'

/** Everybody's automatic renewals, with the filters in the address. */
export function RenewalsPage() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/renewals' })
  const navigate = useNavigate()
  const rows = useInfiniteQuery(() => allRenewals(search()))
  const columns = useRenewalColumns()
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/renewals', search: parseRenewalFilters(raw), replace: true })
  return (
    <Page title={pick(renewalsMenu.title)} subtitle={t('renewals.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('renewals.search')}
          choices={[
            {
              name: 'state',
              any: t('renewals.anyState'),
              options: renewalStates.map((value) => ({ value, label: t(`renewals.stateOf.${value}`) })),
            },
            {
              name: 'channel',
              any: t('renewals.anyChannel'),
              options: payChannels.map((value) => ({ value, label: t(`renewals.channelOf.${value}`) })),
            },
          ]}
          hasDays
        >
          <SavedFilters table="renewals" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('renewals', columns(), readRenewals(search()))} />
        </FilterBar>
        <DataTable
          caption={pick(renewalsMenu.title)}
          columns={columns()}
          query={rows}
          empty={
            <EmptyState
              icon={<RefreshCw size={24} aria-hidden="true" />}
              title={t('renewals.emptyTitle')}
              description={t('renewals.emptyHint')}
            />
          }
        />
      </Card>
    </Page>
  )
}
