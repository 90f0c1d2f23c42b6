import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { couponKinds, couponStatuses } from '@mozhou/contracts/coupons/kinds'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { useCouponColumns } from './coupon-columns.tsx'
import { CouponDialog } from './coupon-dialog.tsx'
import { CouponDrawer } from './coupon-drawer.tsx'
import { couponFilters, parseCouponSearch } from './coupon-search.ts'
import type { CouponSearch, SearchChange } from './coupon-search.ts'
import { GivenList } from './given-list.tsx'
import { couponsMenu } from './menu.ts'
import { couponsMatching, readCoupons } from './queries.ts'
import { useI18n } from './words.ts'

export function CouponsPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/coupons' })
  const [isNew, setIsNew] = createSignal(false)
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/coupons', search: parseCouponSearch(raw), replace: true })
  const change = (part: SearchChange) => apply({ ...search(), ...part })
  const isGiven = () => search().view === 'given'
  return (
    <Page
      title={pick(couponsMenu.title)}
      subtitle={t('coupons.subtitle')}
      aside={
        <Show when={may('coupon:write')}>
          <Button variant="primary" onClick={() => setIsNew(true)}>
            {t('coupons.create')}
          </Button>
        </Show>
      }
    >
      <div class="mb-4 max-w-xs">
        <Segmented
          label={t('coupons.view')}
          value={isGiven() ? 'given' : 'coupons'}
          onValueChange={(value) => apply(value === 'given' ? { view: value } : {})}
          options={[
            { value: 'coupons', label: pick(couponsMenu.title) },
            { value: 'given', label: t('coupons.given') },
          ]}
        />
      </div>
      <Show when={!isGiven()} fallback={<GivenList search={search()} onChange={change} onApply={apply} />}>
        <CouponList search={search()} onChange={change} onApply={apply} />
        <Show when={search().coupon} keyed>
          {(couponId) => <CouponDrawer couponId={couponId} onClose={() => change({ coupon: undefined })} />}
        </Show>
      </Show>
      <Show when={isNew()}>
        <CouponDialog coupon={null} onClose={() => setIsNew(false)} />
      </Show>
    </Page>
  )
}

function CouponList(props: {
  search: CouponSearch
  onChange: (part: SearchChange) => void
  onApply: (raw: Record<string, unknown>) => void
}) {
  const { t, pick } = useI18n()
  const filters = () => couponFilters(props.search)
  const coupons = useInfiniteQuery(() => couponsMatching(filters()))
  const columns = useCouponColumns((coupon) => props.onChange({ coupon }))
  const isNarrowed = () => Object.keys(filters()).length > 0
  return (
    <Card isFlush>
      <FilterBar
        search={{ ...filters() }}
        onChange={(part) => props.onChange(part)}
        searchLabel={t('coupons.search')}
        choices={[
          {
            name: 'status',
            any: t('coupons.anyStatus'),
            options: couponStatuses.map((value) => ({ value, label: t(`coupons.statusOf.${value}`) })),
          },
          {
            name: 'kind',
            any: t('coupons.anyKind'),
            options: couponKinds.map((value) => ({ value, label: t(`coupons.kindOf.${value}`) })),
          },
        ]}
      >
        <SavedFilters table="coupons" search={{ ...filters() }} onApply={(kept) => props.onApply(kept)} />
        <ExportButton file={() => tableFile('coupons', columns(), readCoupons(filters()))} />
      </FilterBar>
      <DataTable
        caption={pick(couponsMenu.title)}
        columns={columns()}
        query={coupons}
        empty={
          <EmptyState
            title={t('coupons.emptyTitle')}
            description={t(isNarrowed() ? 'coupons.emptyNarrowed' : 'coupons.emptyHint')}
          />
        }
      />
    </Card>
  )
}
