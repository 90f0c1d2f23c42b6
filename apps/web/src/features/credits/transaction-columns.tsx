import type { TransactionDto } from '@mozhou/contracts/credits/answers'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

export function useTransactionColumns(): () => Column<TransactionDto>[] {
  const { t, number, signed, time, exactTime } = useI18n()
  return () => [
    {
      key: 'kind',
      header: t('credits.description'),
      isPrimary: true,
      cell: (entry) => (
        <span>
          <span class="font-medium">{t(`entryKinds.${entry.kind}`)}</span>
          <Show when={entry.reason}>
            <span class="ml-2 text-ink-2">{entry.reason}</span>
          </Show>
          <span class="block font-mono text-xs break-all text-ink-3" title={t('credits.entryId')}>
            {entry.id}
          </span>
        </span>
      ),
    },
    {
      key: 'time',
      header: t('credits.time'),
      cell: (entry) => <time title={exactTime(entry.createdAt)}>{time(entry.createdAt)}</time>,
    },
    {
      key: 'amount',
      header: t('credits.amount'),
      align: 'right',
      cell: (entry) => (
        <span class={entry.amount > 0 ? 'font-medium text-success' : 'font-medium text-ink'}>
          {signed(entry.amount)}
        </span>
      ),
    },
    {
      key: 'balance',
      header: t('credits.balanceAfter'),
      align: 'right',
      cell: (entry) => number(entry.balanceAfter),
    },
  ]
}
