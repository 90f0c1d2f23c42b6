import { yuanText } from '@mozhou/contracts/orders/prices'
import type { WithdrawalRowDto } from '@mozhou/contracts/withdrawals/answers'
import { withdrawalQueues } from '@mozhou/contracts/withdrawals/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { withdrawalsMenu } from './menu.ts'
import { NamedExport } from './named-export.tsx'
import { readWithdrawals, withdrawals } from './queries.ts'
import { RulesCard } from './rules-card.tsx'
import { WithdrawalDrawer } from './withdrawal-drawer.tsx'
import { parseWithdrawalSearch, withdrawalFilters } from './withdrawal-search.ts'
import { WithdrawalStatusBadge } from './withdrawal-status-badge.tsx'
import { useI18n } from './words.ts'

const any = 'any'

/** What waits for finance, and every other withdrawal; the queue and the opened one are in the address. */
export function WithdrawalsPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const search = useSearch({ from: '/app/withdrawals' })
  const navigate = useNavigate()
  const filters = () => withdrawalFilters(search())
  const rows = useInfiniteQuery(() => withdrawals(filters()))
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/withdrawals', search: parseWithdrawalSearch(raw), replace: true })
  const open = (withdrawal: string | undefined) =>
    void navigate({ to: '/withdrawals', search: parseWithdrawalSearch({ ...search(), withdrawal }) })
  const columns = useColumns(open)
  return (
    <Page title={pick(withdrawalsMenu.title)} subtitle={t('withdrawals.subtitle')}>
      <div class="flex flex-col gap-4">
        <RulesCard />
        <Card isFlush>
          <div class="border-b border-line px-4 py-3">
            <div class="max-w-xl">
              <Segmented
                label={t('withdrawals.queue')}
                value={search().queue ?? any}
                onValueChange={(value) => apply({ ...filters(), queue: value === any ? undefined : value })}
                options={[
                  { value: any, label: t('withdrawals.all') },
                  ...withdrawalQueues.map((value) => ({ value, label: t(`withdrawals.queueOf.${value}`) })),
                ]}
              />
            </div>
          </div>
          <FilterBar
            search={{ ...filters() }}
            onChange={(part) => apply({ ...search(), ...part })}
            searchLabel={t('withdrawals.search')}
            hasDays
          >
            <SavedFilters table="withdrawals" search={{ ...filters() }} onApply={apply} />
            <ExportButton file={() => tableFile('withdrawals', columns(), readWithdrawals(filters()))} />
            <Show when={may('withdrawal:export')}>
              <NamedExport filters={filters()} />
            </Show>
          </FilterBar>
          <DataTable
            caption={pick(withdrawalsMenu.title)}
            columns={columns()}
            query={rows}
            empty={<EmptyState title={t('withdrawals.emptyTitle')} description={t('withdrawals.emptyHint')} />}
          />
        </Card>
      </div>
      <Show when={search().withdrawal} keyed>
        {(withdrawalId) => <WithdrawalDrawer withdrawalId={withdrawalId} onClose={() => open(undefined)} />}
      </Show>
    </Page>
  )
}

function useColumns(open: (withdrawalId: string) => void): () => Column<WithdrawalRowDto>[] {
  const { t, money, time, exactTime } = useI18n()
  const payeeOf = ({ payee }: WithdrawalRowDto) =>
    `${t(`withdrawals.channelOf.${payee.channel}`)} ${payee.accountMark} ${payee.nameMark}`
  const whyOf = ({ reviewReasons }: WithdrawalRowDto) =>
    reviewReasons.map((reason) => t(`withdrawals.reviewOf.${reason}`)).join(' · ')
  return () => [
    {
      key: 'user',
      header: t('withdrawals.user'),
      isPrimary: true,
      cell: ({ user }) => <PersonLink person={user} />,
      text: ({ user }) => user.username,
    },
    {
      key: 'amount',
      header: t('withdrawals.amount'),
      align: 'right',
      cell: ({ amountFen }) => <span class="tabular-nums">{money(amountFen)}</span>,
      text: ({ amountFen }) => yuanText(amountFen),
    },
    {
      key: 'status',
      header: t('withdrawals.status'),
      cell: ({ status }) => <WithdrawalStatusBadge status={status} />,
      text: ({ status }) => t(`withdrawals.statusOf.${status}`),
    },
    { key: 'why', header: t('withdrawals.why'), cell: (row) => whyOf(row) || '—', text: whyOf },
    { key: 'payee', header: t('withdrawals.payee'), cell: payeeOf, text: payeeOf },
    {
      key: 'time',
      header: t('withdrawals.time'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
      text: ({ createdAt }) => beijingTime(createdAt),
    },
    {
      key: 'open',
      header: t('withdrawals.open'),
      isActions: true,
      cell: ({ id }) => (
        <Button size="sm" variant="ghost" onClick={() => open(id)}>
          {t('withdrawals.open')}
        </Button>
      ),
    },
  ]
}
