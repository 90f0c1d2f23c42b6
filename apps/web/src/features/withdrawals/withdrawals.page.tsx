import type { CashAccountDto, WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Show } from 'solid-js'
import { CashCard } from './cash-card.tsx'
import { CashEntries } from './cash-entries.tsx'
import { mayRepeat } from './may-repeat.ts'
import { OpenWithdrawal } from './open-withdrawal.tsx'
import { cashAccount, myWithdrawals } from './queries.ts'
import { RepeatButton } from './repeat-button.tsx'
import { StatementCard } from './statement-card.tsx'
import { useI18n } from './words.ts'
import { WithdrawalStatusBadge } from './withdrawal-status-badge.tsx'

export function WithdrawalsPage() {
  const { t } = useI18n()
  const account = useQuery(() => cashAccount())
  const rows = useInfiniteQuery(() => myWithdrawals(underWay(account.data?.open ?? null)))
  const columns = useColumns(() => account.data)
  return (
    <Page title={t('withdrawals.title')} subtitle={t('withdrawals.subtitle')}>
      <div class="flex flex-col gap-4">
        <Loaded query={account}>
          {(data) => (
            <div class="grid items-start gap-4 lg:grid-cols-2">
              <CashCard account={data()} />
              <Show when={data().open}>{(open) => <OpenWithdrawal withdrawal={open()} />}</Show>
            </div>
          )}
        </Loaded>
        <Card title={t('withdrawals.history')} isFlush>
          <DataTable
            caption={t('withdrawals.history')}
            columns={columns()}
            query={rows}
            empty={<EmptyState title={t('withdrawals.emptyTitle')} description={t('withdrawals.emptyHint')} />}
          />
        </Card>
        <CashEntries under={underWay(account.data?.open ?? null)} />
        <StatementCard />
      </div>
    </Page>
  )
}

function underWay(open: WithdrawalDto | null): string | null {
  return open && `${open.id} ${open.status}`
}

function useColumns(account: () => CashAccountDto | undefined): () => Column<WithdrawalDto>[] {
  const { t, money, time, exactTime } = useI18n()
  return () => [
    {
      key: 'what',
      header: t('withdrawals.what'),
      isPrimary: true,
      cell: ({ amountFen, payee }) => (
        <span class="block">
          <span class="font-medium tabular-nums">{money(amountFen)}</span>
          <span class="block text-xs text-ink-3">
            {t('withdrawals.payeeOf', t(`withdrawals.channelOf.${payee.channel}`), payee.accountMark, payee.nameMark)}
          </span>
        </span>
      ),
    },
    {
      key: 'status',
      header: t('withdrawals.status'),
      cell: (row) => <Ended withdrawal={row} />,
    },
    {
      key: 'net',
      header: t('withdrawals.net'),
      align: 'right',
      cell: ({ netFen, taxFen, status }) =>
        status !== 'paid' || netFen === null ? (
          '—'
        ) : (
          <span class="block tabular-nums">
            {money(netFen)}
            <Show when={taxFen}>
              {(tax) => <span class="block text-xs text-ink-3">{t('withdrawals.taxed', money(tax()))}</span>}
            </Show>
          </span>
        ),
    },
    {
      key: 'time',
      header: t('withdrawals.time'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
    {
      key: 'action',
      header: t('withdrawals.action'),
      isActions: true,
      cell: (row) => (
        <Show when={mayRepeat(row, account())}>
          <RepeatButton withdrawalId={row.id} />
        </Show>
      ),
    },
  ]
}

/** The state, and of one that was not paid why, and what to do. */
function Ended(props: { withdrawal: WithdrawalDto }) {
  const { t } = useI18n()
  return (
    <span class="block">
      <WithdrawalStatusBadge status={props.withdrawal.status} />
      <Show when={props.withdrawal.endReason}>
        {(reason) => <span class="mt-1 block text-xs text-ink-2">{t(`withdrawals.endOf.${reason()}`)}</span>}
      </Show>
      <Show when={props.withdrawal.endReason === 'rejected' ? props.withdrawal.decisionNote : null}>
        {(note) => <span class="block text-xs text-ink-2">{t('withdrawals.note', note())}</span>}
      </Show>
    </span>
  )
}
