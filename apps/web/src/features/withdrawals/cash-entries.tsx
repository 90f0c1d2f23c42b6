import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Show } from 'solid-js'
import { myCashEntries } from './queries.ts'
import { useI18n } from './words.ts'

/** Every entry that made the cash what it is: rebates, what of them was taken back, withdrawals, what became credits. */
export function CashEntries(props: { under: string | null }) {
  const { t } = useI18n()
  const entries = useInfiniteQuery(() => myCashEntries(props.under))
  const columns = useColumns()
  return (
    <Card title={t('withdrawals.entries')} isFlush>
      <DataTable
        caption={t('withdrawals.entries')}
        columns={columns()}
        query={entries}
        empty={<EmptyState title={t('withdrawals.noEntries')} description={t('withdrawals.noEntriesHint')} />}
      />
    </Card>
  )
}

function useColumns(): () => Column<LedgerRowDto>[] {
  const { t, money, signedMoney, time, exactTime } = useI18n()
  return () => [
    {
      key: 'kind',
      header: t('withdrawals.entry'),
      isPrimary: true,
      cell: ({ kind, reason, id }) => (
        <span class="block">
          <span class="font-medium">{t(`entryKinds.${kind}`)}</span>
          <Show when={reason}>{(words) => <span class="ml-2 text-ink-2">{words()}</span>}</Show>
          <span class="block font-mono text-xs break-all text-ink-3">{id}</span>
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('withdrawals.entryAmount'),
      align: 'right',
      cell: ({ amount }) => (
        <span class={amount > 0 ? 'font-medium text-success tabular-nums' : 'font-medium text-ink tabular-nums'}>
          {signedMoney(amount)}
        </span>
      ),
    },
    {
      key: 'balance',
      header: t('withdrawals.entryBalance'),
      align: 'right',
      cell: ({ balanceAfter }) => <span class="tabular-nums">{money(balanceAfter)}</span>,
    },
    {
      key: 'time',
      header: t('withdrawals.entryTime'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
  ]
}
