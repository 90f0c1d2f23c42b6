import { rebateStatuses } from '@mozhou/contracts/referrals/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { BatchesCard } from './batches-card.tsx'
import { rebatesMenu } from './menu.ts'
import { PayOutButton } from './pay-out-button.tsx'
import { readRebates, rebates } from './queries.ts'
import { RebateDrawer } from './rebate-drawer.tsx'
import { parseRebateSearch, rebateFilters } from './search.ts'
import { useRebateColumns } from './use-rebate-columns.tsx'
import { useI18n } from './words.ts'

/** What waits for a decision, and everything else that is or was due; the queue and the opened rebate are in the address. */
export function RebatesPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const search = useSearch({ from: '/app/rebates' })
  const navigate = useNavigate()
  const filters = () => rebateFilters(search())
  const rows = useInfiniteQuery(() => rebates(filters()))
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/rebates', search: parseRebateSearch(raw), replace: true })
  const open = (rebate: string | undefined) =>
    void navigate({ to: '/rebates', search: parseRebateSearch({ ...search(), rebate }) })
  const columns = useRebateColumns(open)
  return (
    <Page title={pick(rebatesMenu.title)} subtitle={t('rebates.subtitle')}>
      <div class="flex flex-col gap-5">
        <Card isFlush>
          <FilterBar
            search={{ ...filters() }}
            onChange={(part) => apply({ ...search(), ...part })}
            searchLabel={t('rebates.search')}
            choices={[
              {
                name: 'status',
                any: t('rebates.all'),
                options: rebateStatuses.map((value) => ({ value, label: t(`rebates.statusOf.${value}`) })),
              },
            ]}
            hasDays
          >
            <Show when={may('rebate:review')}>
              <PayOutButton />
            </Show>
            <ExportButton file={() => tableFile('rebates', columns(), readRebates(filters()))} />
          </FilterBar>
          <DataTable
            caption={pick(rebatesMenu.title)}
            columns={columns()}
            query={rows}
            empty={<EmptyState title={t('rebates.emptyTitle')} description={t('rebates.emptyHint')} />}
          />
        </Card>
        <BatchesCard />
      </div>
      <Show when={search().rebate} keyed>
        {(rebateId) => <RebateDrawer rebateId={rebateId} onClose={() => open(undefined)} />}
      </Show>
    </Page>
  )
}
