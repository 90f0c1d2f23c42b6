import type { AccountRowDto } from '@mozhou/contracts/publications/operator-answers'
import { accountStates, platformKeys } from '@mozhou/contracts/publications/kinds'
import type { AccountState } from '@mozhou/contracts/publications/kinds'
import { platforms } from '@mozhou/platforms/platforms'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { parseAccountFilters } from './publication-search.ts'
import { allAccounts, readAccounts } from './queries.ts'
import { useI18n } from './words.ts'

const tones: Record<AccountState, BadgeTone> = {
  connected: 'success',
  expired: 'danger',
  address_refused: 'warning',
  restricted: 'danger',
  disconnected: 'neutral',
}

/** Everybody's accounts at platforms: which work, which lapse, never a key. */
export function AccountsCard() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/platform-health' })
  const navigate = useNavigate()
  const rows = useInfiniteQuery(() => allAccounts(search()))
  const columns = useColumns()
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/platform-health', search: parseAccountFilters(raw), replace: true })
  return (
    <Card isFlush title={t('publications.accountsTitle')}>
      <FilterBar
        search={{ ...search() }}
        onChange={(part) => apply({ ...search(), ...part })}
        choices={[
          {
            name: 'platform',
            any: t('publications.anyPlatform'),
            options: platformKeys.map((value) => ({ value, label: pick(platforms[value].name) })),
          },
          {
            name: 'state',
            any: t('publications.anyState'),
            options: accountStates.map((value) => ({ value, label: t(`publications.stateOf.${value}`) })),
          },
        ]}
      >
        <SavedFilters table="platform-accounts" search={{ ...search() }} onApply={apply} />
        <ExportButton file={() => tableFile('platform-accounts', columns(), readAccounts(search()))} />
      </FilterBar>
      <DataTable
        caption={t('publications.accountsTitle')}
        columns={columns()}
        query={rows}
        empty={<EmptyState title={t('publications.noAccounts')} description={t('publications.emptyHint')} />}
      />
    </Card>
  )
}

function useColumns(): () => Column<AccountRowDto>[] {
  const { t, pick, time, exactTime } = useI18n()
  const nameOf = ({ platform, name }: AccountRowDto) => `${pick(platforms[platform].name)} ${name}`
  const detail = ({ stateDetail }: AccountRowDto) => (stateDetail ? pick(stateDetail) : '')
  const at = (iso: string | null) => (iso === null ? '—' : <time title={exactTime(iso)}>{time(iso)}</time>)
  const written = (iso: string | null) => (iso === null ? null : beijingTime(iso))
  return () => [
    { key: 'account', header: t('publications.account'), isPrimary: true, cell: nameOf, text: nameOf },
    {
      key: 'user',
      header: t('publications.user'),
      cell: ({ user }) => <PersonLink person={user} />,
      text: ({ user }) => user.username,
    },
    {
      key: 'state',
      header: t('publications.state'),
      cell: (row) => (
        <span class="block">
          <Badge tone={tones[row.state]}>{t(`publications.stateOf.${row.state}`)}</Badge>
          <span class="block text-xs wrap-anywhere whitespace-normal text-ink-3">{detail(row)}</span>
        </span>
      ),
      text: (row) => t(`publications.stateOf.${row.state}`),
    },
    {
      key: 'way',
      header: t('publications.way'),
      cell: ({ way }) => t(`publications.wayOf.${way}`),
      text: ({ way }) => t(`publications.wayOf.${way}`),
    },
    {
      key: 'until',
      header: t('publications.reconnectBy'),
      cell: ({ reconnectBy }) => at(reconnectBy),
      text: ({ reconnectBy }) => written(reconnectBy),
    },
    {
      key: 'last',
      header: t('publications.lastPublished'),
      cell: ({ lastPublishedAt }) => at(lastPublishedAt),
      text: ({ lastPublishedAt }) => written(lastPublishedAt),
    },
    {
      key: 'checked',
      header: t('publications.checkedAt'),
      cell: ({ checkedAt }) => at(checkedAt),
      text: ({ checkedAt }) => written(checkedAt),
    },
  ]
}
