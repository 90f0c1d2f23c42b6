import type { StorageTotalsDto } from '@mozhou/contracts/files/answers'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { usePersonName } from '../accounts/use-person-name.ts'
import { storageMenu } from './menu.ts'
import { readSpaces, spaces, storageTotals } from './queries.ts'
import type { PersonSpaceRow } from './queries.ts'
import { parseStorageFilters } from './storage-filters.ts'
import { useI18n } from './words.ts'

/** Who takes how much space, and what all of it comes to in the store. */
export function StoragePage() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/storage' })
  const navigate = useNavigate()
  const rows = useInfiniteQuery(() => spaces(search()))
  const totals = useQuery(() => storageTotals())
  const columns = useSpaceColumns()
  return (
    <Page title={pick(storageMenu.title)} subtitle={t('storage.subtitle')}>
      <div class="flex flex-col gap-5">
        <Loaded query={totals}>{(found) => <Totals totals={found()} />}</Loaded>
        <Card isFlush>
          <FilterBar
            search={{ ...search() }}
            onChange={(part) =>
              void navigate({ to: '/storage', search: parseStorageFilters({ ...search(), ...part }), replace: true })
            }
            searchLabel={t('storage.search')}
          >
            <ExportButton file={() => tableFile('storage', columns(), readSpaces(search()))} />
          </FilterBar>
          <DataTable
            caption={pick(storageMenu.title)}
            columns={columns()}
            query={rows}
            empty={<EmptyState title={t('storage.emptyTitle')} description={t('storage.emptyHint')} />}
          />
        </Card>
      </div>
    </Page>
  )
}

function Totals(props: { totals: StorageTotalsDto }) {
  const { t, number } = useI18n()
  return (
    <dl class="grid grid-cols-2 gap-3 md:grid-cols-3">
      <Figure label={t('storage.people')}>{number(props.totals.people)}</Figure>
      <Figure label={t('storage.allUsed')}>{formatBytes(props.totals.usedBytes, number)}</Figure>
      <Figure label={t('storage.stored')} small={t('storage.storedHint', number(props.totals.blobs))}>
        {formatBytes(props.totals.storedBytes, number)}
      </Figure>
    </dl>
  )
}

function Figure(props: { label: string; small?: string; children: JSX.Element }) {
  return (
    <div class="min-w-0 rounded-lg border border-line bg-surface px-4 py-3 shadow-soft">
      <dt class="text-xs text-ink-3">{props.label}</dt>
      <dd class="mt-1 text-lg font-semibold break-words tabular-nums">
        {props.children}
        <Show when={props.small}>
          <span class="ml-2 text-xs font-normal text-ink-3">{props.small}</span>
        </Show>
      </dd>
    </div>
  )
}

function useSpaceColumns(): () => Column<PersonSpaceRow>[] {
  const { t, number } = useI18n()
  const nameOf = usePersonName()
  const bytes = (value: number) => formatBytes(value, number)
  const figure = (key: 'usedBytes' | 'trashBytes' | 'heldBytes', header: string): Column<PersonSpaceRow> => ({
    key,
    header,
    align: 'right',
    cell: (row) => bytes(row[key]),
    text: (row) => row[key],
  })
  return () => [
    {
      key: 'user',
      header: t('storage.user'),
      isPrimary: true,
      cell: (row) => <OwnerLink owner={row.user} />,
      text: (row) => nameOf(row.user.username),
    },
    figure('usedBytes', t('storage.used')),
    {
      key: 'share',
      header: t('storage.share'),
      align: 'right',
      cell: (row) => `${number(Math.round((row.usedBytes / row.limitBytes) * 100))}%`,
    },
    {
      key: 'files',
      header: t('storage.files'),
      align: 'right',
      cell: (row) => number(row.files),
      text: (row) => row.files,
    },
    figure('trashBytes', t('storage.trash')),
    figure('heldBytes', t('storage.held')),
  ]
}

/** To that person's page, where their space is told by what it is for. */
function OwnerLink(props: { owner: PersonSpaceRow['user'] }) {
  const may = usePermissions()
  const nameOf = usePersonName()
  return (
    <Show when={may('user:read')} fallback={<>{nameOf(props.owner.username)}</>}>
      <Link
        to="/users/$userId"
        params={{ userId: props.owner.id }}
        search={{ tab: 'files' }}
        class="rounded-sm break-all text-accent-text hover:underline"
      >
        {nameOf(props.owner.username)}
      </Link>
    </Show>
  )
}
