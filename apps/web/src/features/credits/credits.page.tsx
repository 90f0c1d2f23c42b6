import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { ReceiptDrawer } from '@mozhou/ui/receipt/receipt-drawer.tsx'
import { Link } from '@tanstack/solid-router'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from './words.ts'
import { myMembership } from '../accounts/queries.ts'
import { AskAboutReceipt } from '../works/ask-about-receipt.tsx'
import { receiptOf } from '../works/queries.ts'
import { useCost } from '../works/use-cost.ts'
import { AllowanceCard } from './allowance-card.tsx'
import { ExportButton } from './export-button.tsx'
import { MyUsageCard } from './my-usage-card.tsx'
import { NoTransactions } from './no-transactions.tsx'
import type { TransactionFilters } from './queries.ts'
import { myBalance } from '../../session/queries.ts'
import { myExpiring, myTransactions } from './queries.ts'
import { isFiltered, TransactionFilterBar } from './transaction-filter-bar.tsx'
import { useTransactionColumns } from './transaction-columns.tsx'
import { VerifyCard } from './verify-card.tsx'

export function CreditsPage() {
  const { t } = useI18n()
  return (
    <Page title={t('credits.title')} subtitle={t('credits.subtitle')}>
      <div class="flex flex-col gap-5">
        <div class="grid items-start gap-5 lg:grid-cols-2 xl:grid-cols-3">
          <BalanceCard />
          <AllowanceCard />
          <VerifyCard />
        </div>
        <Ledger />
        <MyUsageCard />
      </div>
    </Page>
  )
}

function BalanceCard() {
  const { t, number, date } = useI18n()
  const cost = useCost()
  const balance = useQuery(() => myBalance())
  const membership = useQuery(() => myMembership())
  const memberWords = () => {
    const endsAt = membership.data?.endsAt ?? null
    return endsAt === null ? t('credits.memberNo') : t('credits.memberUntil', date(endsAt))
  }
  return (
    <Card title={t('credits.balance')} class="h-full">
      <Loaded query={balance} skeleton={<Skeleton class="h-9 w-32" />}>
        {(data) => (
          <p class="flex items-baseline gap-2">
            <span class="text-2xl font-semibold tabular-nums">{number(data().credits)}</span>
            <span class="text-sm text-ink-2">{t('credits.unit')}</span>
          </p>
        )}
      </Loaded>
      <p class="mt-2 text-sm text-ink-2">{t('credits.rule', number(cost.price()))}</p>
      <ExpiringGifts />
      <p class="mt-3 flex items-baseline justify-between border-t border-line pt-3 text-sm">
        <span class="text-ink-3">{t('credits.membership')}</span>
        <span>{memberWords()}</span>
      </p>
      <p class="mt-4 flex flex-wrap gap-2">
        <Link to="/recharge" class={buttonClass({ variant: 'primary' })}>
          {t('credits.recharge')}
        </Link>
        <Link to="/membership" class={buttonClass({})}>
          {t('credits.toMembership')}
        </Link>
      </p>
    </Card>
  )
}

/** Nothing for nearly everybody: gifts expire only where it was said when they were given. */
function ExpiringGifts() {
  const { t, number, date } = useI18n()
  const expiring = useQuery(() => myExpiring())
  return (
    <Show when={expiring.data?.length}>
      <ul class="mt-2 text-sm text-warning" aria-label={t('credits.expiring')}>
        <For each={expiring.data}>
          {(gift) => <li>{t('credits.expiresOn', lastDay(date, gift.expiresAt), number(gift.credits))}</li>}
        </For>
      </ul>
      <p class="text-xs text-ink-3">{t('credits.expiringHint')}</p>
    </Show>
  )
}

/** A gift that ends at midnight is good through the day before. */
function lastDay(date: (instant: string) => string, expiresAt: string): string {
  return date(new Date(Date.parse(expiresAt) - 1).toISOString())
}

function Ledger() {
  const { t } = useI18n()
  const [filters, setFilters] = createSignal<TransactionFilters>({})
  const transactions = useInfiniteQuery(() => myTransactions(filters()))
  const [opened, setOpened] = createSignal<string | null>(null)
  const columns = useTransactionColumns(setOpened)
  return (
    <Card title={t('credits.ledger')} aside={<ExportButton filters={filters()} />} isFlush>
      <TransactionFilterBar filters={filters()} onChange={setFilters} />
      <DataTable
        caption={t('credits.ledger')}
        columns={columns()}
        query={transactions}
        empty={<NoTransactions isFiltered={isFiltered(filters())} onClear={() => setFilters({})} />}
      />
      <Show when={opened()}>
        {(creationId) => (
          <ReceiptDrawer
            receipt={receiptOf(creationId())}
            isOpen
            onClose={() => setOpened(null)}
            footer={<AskAboutReceipt creationId={creationId()} />}
          />
        )}
      </Show>
    </Card>
  )
}
