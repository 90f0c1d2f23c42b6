import type { UserCouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { userCouponStatuses } from '@mozhou/contracts/coupons/kinds'
import type { UserCouponStatus } from '@mozhou/contracts/coupons/kinds'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { createSignal, Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { givenFilters } from './coupon-search.ts'
import type { CouponSearch, SearchChange } from './coupon-search.ts'
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

const tones: Record<UserCouponStatus, BadgeTone> = {
  unused: 'success',
  held: 'warning',
  used: 'accent',
  expired: 'neutral',
  voided: 'danger',
}

function useGivenColumns(onVoid: (row: UserCouponRowDto) => void): () => Column<UserCouponRowDto>[] {
  const { t, money, date, time, exactTime } = useI18n()
  const may = usePermissions()
  const mayVoid = (row: UserCouponRowDto) =>
    may('coupon:issue') && !row.isVoiding && (row.status === 'unused' || row.status === 'held')
  return () => [
    {
      key: 'person',
      header: t('coupons.person'),
      isPrimary: true,
      text: (row) => row.person.username,
      cell: (row) => <PersonLink person={row.person} />,
    },
    { key: 'coupon', header: t('coupons.coupon'), text: (row) => row.name, cell: (row) => row.name },
    {
      key: 'status',
      header: t('coupons.status'),
      text: (row) => t(`coupons.userStatusOf.${row.status}`),
      cell: (row) => (
        <span class="flex flex-wrap gap-1">
          <Badge tone={tones[row.status]}>{t(`coupons.userStatusOf.${row.status}`)}</Badge>
          <Show when={row.isVoiding}>
            <Badge tone="danger">{t('coupons.voiding')}</Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'source',
      header: t('coupons.source'),
      text: (row) => t(`coupons.sourceOf.${row.source}`),
      cell: (row) => t(`coupons.sourceOf.${row.source}`),
    },
    {
      key: 'order',
      header: t('coupons.order'),
      text: (row) => (row.order === null ? '' : yuanText(row.order.discountFen)),
      cell: (row) => (row.order === null ? '—' : t('coupons.orderOff', money(row.order.discountFen))),
    },
    {
      key: 'createdAt',
      header: t('coupons.receivedAt'),
      text: (row) => beijingTime(row.createdAt),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
    },
    {
      key: 'validUntil',
      header: t('coupons.validUntil'),
      text: (row) => beijingTime(row.validUntil),
      cell: (row) => <time title={exactTime(row.validUntil)}>{date(row.validUntil)}</time>,
    },
    {
      key: 'void',
      header: t('coupons.void'),
      isActions: true,
      cell: (row) => (
        <Show when={mayVoid(row)}>
          <Button size="sm" aria-label={t('coupons.voidNamed', row.person.username)} onClick={() => onVoid(row)}>
            {t('coupons.void')}
          </Button>
        </Show>
      ),
    },
  ]
}
