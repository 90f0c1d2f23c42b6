import { ledgerUnits } from '@mozhou/contracts/credits/kinds'
import type { LedgerUnit } from '@mozhou/contracts/credits/kinds'
import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { createSignal, Show } from 'solid-js'
import { IdLink } from '../accounts/id-link.tsx'
import { PaidWork } from '../credits/paid-work.tsx'
import { balanceOf, ledgerOf } from './queries.ts'
import { useI18n } from './words.ts'

/** What somebody has, and every entry that made it so. */
export function UserLedger(props: { userId: string }) {
  const { t, number, money } = useI18n()
  const balance = useQuery(() => balanceOf(props.userId))
  const [unit, setUnit] = createSignal<LedgerUnit>('credits')
  const entries = useInfiniteQuery(() => ledgerOf(props.userId, unit()))
  const columns = useColumns(unit)
  return (
    <>
      <div class="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3">
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
        <Segmented
          label={t('users.ledgerOf')}
          value={unit()}
          onValueChange={setUnit}
          options={ledgerUnits.map((value) => ({ value, label: t(`users.${value}`) }))}
        />
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

/** Credits are counted, cash is money. */
function useColumns(unit: () => LedgerUnit): () => Column<LedgerRowDto>[] {
  const { t, number, signed, money, signedMoney, time, exactTime } = useI18n()
  const isCash = () => unit() === 'cash'
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
    {
      key: 'amount',
      header: t('users.amount'),
      align: 'right',
      cell: ({ amount }) => (isCash() ? signedMoney(amount) : signed(amount)),
    },
    {
      key: 'balance',
      header: t('users.balanceAfter'),
      align: 'right',
      cell: ({ balanceAfter }) => (isCash() ? money(balanceAfter) : number(balanceAfter)),
    },
    {
      key: 'time',
      header: t('users.time'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
    },
  ]
}
