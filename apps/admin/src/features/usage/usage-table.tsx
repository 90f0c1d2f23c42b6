import type { UsageGroupDto, UsageReportDto } from '@mozhou/contracts/models/usage-answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { usageMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { useGroupName } from './use-group-name.ts'
import { useUsageWords } from './use-usage-words.ts'

type Row = UsageGroupDto & { id: string }

export function UsageTable(props: { report: UsageReportDto; onOpen: (group: UsageGroupDto) => void }) {
  const { t, number, cost, pick } = useI18n()
  const { span, percent } = useUsageWords()
  const nameOf = useGroupName()
  const name = (row: Row) => nameOf(props.report.by, row)
  const columns = (): Column<Row>[] => [
    {
      key: 'name',
      header: t(`usage.dimensions.${props.report.by}`),
      isPrimary: true,
      cell: (row) => <span class="font-medium break-all">{name(row)}</span>,
    },
    { key: 'calls', header: t('usage.calls'), align: 'right', cell: (row) => number(row.calls) },
    {
      key: 'errors',
      header: t('usage.errors'),
      align: 'right',
      cell: (row) => <span title={percent(row.errors, row.calls)}>{number(row.errors)}</span>,
    },
    {
      key: 'tokens',
      header: t('usage.tokens'),
      align: 'right',
      cell: (row) => `${number(row.inputTokens)} / ${number(row.outputTokens)}`,
    },
    {
      key: 'pictures',
      header: t('usage.pictures'),
      align: 'right',
      cell: (row) => number(row.pictures),
    },
    { key: 'cost', header: t('usage.cost'), align: 'right', cell: (row) => cost(row.costMicroYuan) },
    {
      key: 'latency',
      header: t('usage.latency'),
      align: 'right',
      cell: (row) => span(row.latencyP50Ms, row.latencyP95Ms),
    },
    {
      key: 'first',
      header: t('usage.firstToken'),
      align: 'right',
      cell: (row) => span(row.firstTokenP50Ms, row.firstTokenP95Ms),
    },
    {
      key: 'rows',
      header: t('usage.rows'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" aria-label={`${t('usage.rows')} ${name(row)}`} onClick={() => props.onOpen(row)}>
          {t('usage.rows')}
        </Button>
      ),
    },
  ]
  const query = {
    status: 'success' as const,
    get data() {
      return { pages: [{ items: props.report.groups.map((group): Row => ({ ...group, id: group.key || '-' })) }] }
    },
    error: null,
    isFetching: false,
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: () => undefined,
    refetch: () => undefined,
  }
  return <DataTable caption={pick(usageMenu.title)} columns={columns()} query={query} empty={t('usage.emptyTitle')} />
}
