import type { RefundDto } from '@mozhou/contracts/generations/ledger-answers'
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import { isErrorCode } from '@mozhou/contracts/errors'
import type { Page as PageOf } from '@mozhou/contracts/page'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { ReceiptDrawer } from '@mozhou/ui/receipt/receipt-drawer.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { IdLink } from '../accounts/id-link.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePersonName } from '../accounts/use-person-name.ts'
import { refundsMenu } from './menu.ts'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { PaidWork } from './paid-work.tsx'
import { parseRefundFilters } from './refund-filters.ts'
import type { RefundFilters } from './refund-filters.ts'
import { useI18n } from './words.ts'

function readRefunds(filters: RefundFilters, signal?: AbortSignal): ReadPage<RefundDto> {
  return (cursor, limit) => api.credits.refunds.query({ ...filters, cursor, limit }, signal && { signal })
}

function refunds(filters: RefundFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: ['credits', 'refunds', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<PageOf<RefundDto>> => readRefunds(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

interface WorkOf {
  userId: string
  creationId: string
}

function receiptOf(work: WorkOf) {
  return queryOptions({
    queryKey: ['credits', 'receipt', work.creationId] as const,
    queryFn: ({ signal }): Promise<ReceiptDto> => api.credits.receipt.query(work, { signal }),
    staleTime: 0,
  })
}

export function RefundsPage() {
  const { t, pick } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/refunds' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/refunds', search: parseRefundFilters(raw), replace: true })
  const [opened, setOpened] = createSignal<WorkOf | null>(null)
  const rows = useInfiniteQuery(() => refunds(search()))
  const columns = useColumns(setOpened)
  return (
    <Page title={pick(refundsMenu.title)} subtitle={t('refunds.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('refunds.search')}
          hasDays
        >
          <SavedFilters table="refunds" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('credit-refunds', columns(), readRefunds(search()))} />
        </FilterBar>
        <DataTable
          caption={pick(refundsMenu.title)}
          columns={columns()}
          query={rows}
          empty={
            <EmptyState
              icon={<ReceiptText size={24} aria-hidden="true" />}
              title={t('refunds.emptyTitle')}
              description={t('refunds.emptyHint')}
            />
          }
        />
        <Show when={opened()}>
          {(work) => <ReceiptDrawer receipt={receiptOf(work())} isOpen onClose={() => setOpened(null)} />}
        </Show>
      </Card>
    </Page>
  )
}

function useColumns(onOpen: (work: WorkOf) => void): () => Column<RefundDto>[] {
  const { t, signed, time, exactTime, shownError } = useI18n()
  const nameOf = usePersonName()
  const reason = (row: RefundDto) =>
    row.failureCode === null
      ? (row.reason ?? t('refunds.stopped'))
      : isErrorCode(row.failureCode)
        ? shownError({ code: row.failureCode, params: {}, requestId: null, fields: [] })
        : row.failureCode
  return () => [
    {
      key: 'reason',
      header: t('refunds.reason'),
      isPrimary: true,
      text: (row) => `${reason(row)} · ${row.referenceId}`,
      cell: (row) => (
        <span class="block">
          {reason(row)}
          <Show when={row.work}>{(work) => <PaidWork work={work()} />}</Show>
          <span class="block">
            <IdLink id={row.referenceId} />
          </span>
        </span>
      ),
    },
    {
      key: 'user',
      header: t('refunds.user'),
      cell: (row) => <PersonLink person={{ id: row.userId, username: row.username }} />,
      text: (row) => nameOf(row.username),
    },
    {
      key: 'amount',
      header: t('refunds.amount'),
      align: 'right',
      cell: (row) => signed(row.amount),
      text: (row) => row.amount,
    },
    {
      key: 'time',
      header: t('refunds.time'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
      text: (row) => beijingTime(row.createdAt),
    },
    {
      key: 'receipt',
      header: t('receipt.title'),
      isActions: true,
      cell: (row) => (
        <Show when={row.work}>
          {(work) => (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onOpen({ userId: row.userId, creationId: work().creationId })}
            >
              {t('receipt.open')}
            </Button>
          )}
        </Show>
      ),
    },
  ]
}
