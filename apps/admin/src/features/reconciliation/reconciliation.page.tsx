import type { BillDayDto } from '@mozhou/contracts/reconciliation/answers'
import { payChannels } from '@mozhou/contracts/orders/kinds'
import { billKinds } from '@mozhou/contracts/reconciliation/kinds'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import FileCheck from 'lucide-solid/icons/file-check'
import { Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { BillDrawer } from './bill-drawer.tsx'
import { BillState } from './bill-state.tsx'
import { CreditedCard } from './credited-card.tsx'
import { reconciliationMenu } from './menu.ts'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { billFilters, parseBillSearch } from './bill-search.ts'
import { billDays, readBills } from './queries.ts'
import { RunDay } from './run-day.tsx'
import { useI18n } from './words.ts'

export function ReconciliationPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/reconciliation' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/reconciliation', search: parseBillSearch(raw), replace: true })
  const open = (bill: string | undefined) => apply({ ...search(), bill })
  const filters = () => billFilters(search())
  const days = useInfiniteQuery(() => billDays(filters()))
  const columns = useColumns((id) => open(id))
  return (
    <Page
      title={pick(reconciliationMenu.title)}
      subtitle={t('reconciliation.subtitle')}
      aside={
        <Show when={may('reconciliation:resolve')}>
          <RunDay />
        </Show>
      }
    >
      <div class="flex flex-col gap-5">
        <CreditedCard />
        <Card isFlush>
          <FilterBar
            search={{ ...filters() }}
            onChange={(part) => apply({ ...search(), ...part })}
            hasDays
            choices={[
              {
                name: 'channel',
                any: t('reconciliation.anyChannel'),
                options: payChannels.map((value) => ({ value, label: t(`reconciliation.channelOf.${value}`) })),
              },
              {
                name: 'kind',
                any: t('reconciliation.anyKind'),
                options: billKinds.map((value) => ({ value, label: t(`reconciliation.billOf.${value}`) })),
              },
              {
                name: 'state',
                any: t('reconciliation.anyState'),
                options: [{ value: 'open', label: t('reconciliation.onlyOpen') }],
              },
            ]}
          >
            <SavedFilters table="reconciliation" search={{ ...filters() }} onApply={apply} />
            <ExportButton file={() => tableFile('bills', columns(), readBills(filters()))} />
          </FilterBar>
          <DataTable
            caption={t('reconciliation.days')}
            columns={columns()}
            query={days}
            empty={
              <EmptyState
                icon={<FileCheck size={24} aria-hidden="true" />}
                title={t('reconciliation.emptyTitle')}
                description={t('reconciliation.emptyHint')}
              />
            }
          />
        </Card>
      </div>
      <Show when={search().bill} keyed>
        {(billId) => <BillDrawer billId={billId} onClose={() => open(undefined)} />}
      </Show>
    </Page>
  )
}

/** As it is said: of which day, by which channel, and of what. */
function nameOf(t: ReturnType<typeof useI18n>['t'], { day, channel, kind }: BillDayDto): string {
  return `${day} ${t(`reconciliation.channelOf.${channel}`)} ${t(`reconciliation.billOf.${kind}`)}`
}

function useColumns(onOpen: (billId: string) => void): () => Column<BillDayDto>[] {
  const { t, number, money } = useI18n()
  return () => [
    {
      key: 'day',
      header: t('reconciliation.day'),
      isPrimary: true,
      text: (row) => nameOf(t, row),
      cell: (row) => (
        <span class="flex flex-wrap items-center gap-2">
          <span class="font-medium tabular-nums">{row.day}</span>
          <span class="text-ink-2">{t(`reconciliation.channelOf.${row.channel}`)}</span>
          <span class="text-ink-3">{t(`reconciliation.billOf.${row.kind}`)}</span>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('reconciliation.state'),
      cell: (row) => <BillState bill={row} />,
      text: (row) => row.openFindings,
    },
    {
      key: 'lines',
      header: t('reconciliation.lines'),
      align: 'right',
      cell: (row) => number(row.lineCount),
      text: (row) => row.lineCount,
    },
    {
      key: 'matched',
      header: t('reconciliation.matched'),
      align: 'right',
      cell: (row) => number(row.matched),
      text: (row) => row.matched,
    },
    {
      key: 'rolled',
      header: t('reconciliation.rolled'),
      align: 'right',
      cell: (row) => number(row.rolled),
      text: (row) => row.rolled,
    },
    {
      key: 'paid',
      header: t('reconciliation.paid'),
      align: 'right',
      cell: (row) => money(row.paidFen),
      text: (row) => yuanText(row.paidFen),
    },
    {
      key: 'refunded',
      header: t('reconciliation.refunded'),
      align: 'right',
      cell: (row) => money(row.refundFen),
      text: (row) => yuanText(row.refundFen),
    },
    {
      key: 'open',
      header: t('reconciliation.see'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" aria-label={`${t('reconciliation.see')} ${nameOf(t, row)}`} onClick={() => onOpen(row.id)}>
          {t('reconciliation.see')}
        </Button>
      ),
    },
  ]
}
