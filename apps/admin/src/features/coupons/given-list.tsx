import type { UserCouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { userCouponStatuses } from '@mozhou/contracts/coupons/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { createSignal, Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { givenFilters } from './coupon-search.ts'
import type { CouponSearch, SearchChange } from './coupon-search.ts'
import { useGivenColumns } from './given-columns.tsx'
import { givenMatching, readGiven } from './queries.ts'
import { VoidDialog } from './void-dialog.tsx'
import { useI18n } from './words.ts'

interface GivenListProps {
  search: CouponSearch
  onChange: (part: SearchChange) => void
  onApply: (raw: Record<string, unknown>) => void
}

/** What people have been given, and what became of it. */
export function GivenList(props: GivenListProps) {
  const { t } = useI18n()
  const filters = () => givenFilters(props.search)
  const kept = () => {
    const { view: _view, ...rest } = props.search
    return rest
  }
  const given = useInfiniteQuery(() => givenMatching(filters()))
  const [voided, setVoided] = createSignal<UserCouponRowDto | null>(null)
  const columns = useGivenColumns(setVoided)
  return (
    <Card isFlush>
      <FilterBar
        search={{ ...props.search }}
        onChange={(part) => props.onChange(part)}
        searchLabel={t('coupons.givenSearch')}
        hasDays
        choices={[
          {
            name: 'state',
            any: t('coupons.anyStatus'),
            options: userCouponStatuses.map((value) => ({ value, label: t(`coupons.userStatusOf.${value}`) })),
          },
        ]}
      >
        <Show when={props.search.coupon !== undefined}>
          <Button size="sm" variant="ghost" onClick={() => props.onChange({ coupon: undefined })}>
            {t('coupons.onlyThis')} · {t('coupons.showAll')}
          </Button>
        </Show>
        <SavedFilters
          table="user-coupons"
          search={kept()}
          onApply={(found) => props.onApply({ ...found, view: 'given' })}
        />
        <ExportButton file={() => tableFile('user-coupons', columns(), readGiven(filters()))} />
      </FilterBar>
      <DataTable
        caption={t('coupons.given')}
        columns={columns()}
        query={given}
        empty={<EmptyState title={t('coupons.givenEmpty')} />}
      />
      <Show when={voided()} keyed>
        {(row) => <VoidDialog row={row} onClose={() => setVoided(null)} />}
      </Show>
    </Card>
  )
}
