import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Show } from 'solid-js'
import { IdLink } from '../accounts/id-link.tsx'
import { PaidWork } from '../credits/paid-work.tsx'
import { balanceOf, ledgerOf } from './queries.ts'
import { useI18n } from './words.ts'

/** What somebody has, and every entry that made it so. */
export function UserLedger(props: { userId: string }) {
  const { t, number, money } = useI18n()
  const balance = useQuery(() => balanceOf(props.userId))
  const entries = useInfiniteQuery(() => ledgerOf(props.userId))
  const columns = useColumns()
  return (
    <>
      <div class="border-b border-line px-4 py-3">
        <Loaded query={balance}>
          {(loaded) => (
            <p class="flex flex-wrap gap-x-6 gap-y-1 text-sm">
              <span>
                {t('users.credits')} <strong class="tabular-nums">{number(loaded().credits)}</strong>
              </span>
              <span>
                {t('users.cash')} <strong class="tabular-nums">{money(loaded().cashFen)}</strong>
              </span>
            </p>
          )}
        </Loaded>
      </div>
      <DataTable
        caption={t('users.tabs.ledger')}
        columns={columns()}
        query={entries}
        empty={<EmptyState title={t('users.noEntries')} />}
      />
    </>
  )
}

function useColumns(): () => Column<LedgerRowDto>[] {
  const { t, number, signed, time, exactTime } = useI18n()
  return () => [
    {
      key: 'entry',
      header: t('users.entry'),
      isPrimary: true,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{t(`entryKinds.${row.kind}`)}</span>
          <Show when={row.reason}>{(reason) => <span class="ml-2 text-ink-2">{reason()}</span>}</Show>
          <Show when={row.work}>{(work) => <PaidWork work={work()} />}</Show>
          {/* A gift or an adjustment comes from nothing that has a page. */}
          <Show when={row.orderId ?? (row.work && row.referenceId)}>
            {(id) => (
              <span class="block">
                <IdLink id={id()} />
              </span>
            )}
          </Show>
        </span>
      ),
    },
    { key: 'amount', header: t('users.amount'), align: 'right', cell: (row) => signed(row.amount) },
    { key: 'balance', header: t('users.balanceAfter'), align: 'right', cell: (row) => number(row.balanceAfter) },
    {
      key: 'time',
      header: t('users.time'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
    },
  ]
}
