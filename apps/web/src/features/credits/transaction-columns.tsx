import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { PaidWork } from './paid-work.tsx'
import { useI18n } from './words.ts'

/** Says of each entry what was done to which work; `onReceipt` opens the receipt of one. */
export function useTransactionColumns(onReceipt: (creationId: string) => void): () => Column<LedgerRowDto>[] {
  const { t, pick, number, signed, time, exactTime } = useI18n()
  const nameOf = ({ kind, work }: LedgerRowDto) => {
    if (work === null) return t(`entryKinds.${kind}`)
    const done = work.runTitle ? pick(work.runTitle) : t(`generationKinds.${work.generationKind}`)
    return t('credits.entryOf', t(`entryKinds.${kind}`), done)
  }
  return () => [
    {
      key: 'kind',
      header: t('credits.description'),
      isPrimary: true,
      cell: (entry) => (
        <span>
          <span class="font-medium">{nameOf(entry)}</span>
          <Show when={entry.reason}>
            <span class="ml-2 text-ink-2">{entry.reason}</span>
          </Show>
          <Show when={entry.work}>{(work) => <PaidWork work={work()} />}</Show>
          <Show when={entry.orderId}>
            {(orderId) => (
              <Link
                to="/orders/$orderId"
                params={{ orderId: orderId() }}
                class="block w-fit rounded-sm text-accent-text hover:underline"
              >
                {t('credits.toOrder')}
              </Link>
            )}
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
    {
      key: 'receipt',
      header: t('receipt.title'),
      isActions: true,
      cell: (entry) => (
        <Show when={entry.work}>
          {(work) => (
            <Button size="sm" variant="ghost" onClick={() => onReceipt(work().creationId)}>
              {t('receipt.open')}
            </Button>
          )}
        </Show>
      ),
    },
  ]
}
