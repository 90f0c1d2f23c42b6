import type { RebateBatchDto } from '@mozhou/contracts/referrals/answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { batches } from './queries.ts'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

export function BatchesCard() {
  const { t, number, time, exactTime } = useI18n()
  const { sum } = useSumWords()
  const rows = useInfiniteQuery(() => batches())
  const columns = (): Column<RebateBatchDto>[] => [
    {
      key: 'at',
      header: t('rebates.batchAt'),
      isPrimary: true,
      cell: ({ startedAt }) => <time title={exactTime(startedAt)}>{time(startedAt)}</time>,
    },
    {
      key: 'by',
      header: t('rebates.batchBy'),
      cell: ({ actor }) => (actor === null ? t('rebates.byClock') : `@${actor}`),
    },
    { key: 'paid', header: t('rebates.batchPaid'), align: 'right', cell: ({ paid }) => number(paid) },
    { key: 'sum', header: t('rebates.batchSum'), align: 'right', cell: (row) => sum(row.sum) },
    {
      key: 'other',
      header: t('rebates.batchOther'),
      align: 'right',
      cell: ({ inReview, waiting, expired }) => `${number(inReview)} / ${number(waiting)} / ${number(expired)}`,
    },
  ]
  return (
    <Card title={t('rebates.batches')} isFlush>
      <DataTable
        caption={t('rebates.batches')}
        columns={columns()}
        query={rows}
        empty={<EmptyState title={t('rebates.noBatches')} />}
      />
    </Card>
  )
}
