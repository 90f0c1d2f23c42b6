import type { UsageRowDto } from '@mozhou/contracts/models/answers'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Show } from 'solid-js'
import { IdLink } from '../accounts/id-link.tsx'
import { useI18n } from './words.ts'
import { usageOf } from './queries.ts'

const tones: Record<UsageRowDto['outcome'], BadgeTone> = {
  running: 'accent',
  succeeded: 'success',
  failed: 'danger',
  stopped: 'neutral',
  lost: 'warning',
}

/** The outcome first; then figures. */
export function useUsageRowColumns(): () => Column<UsageRowDto>[] {
  const { t, number, latency, cost, time, exactTime } = useI18n()
  return () => [
    {
      key: 'outcome',
      header: t('models.outcome'),
      isPrimary: true,
      cell: (row) => (
        <span class="flex flex-wrap items-center gap-2">
          <Badge tone={tones[row.outcome]}>
            {row.failureKind ? t(`failureKinds.${row.failureKind}`) : t(`attemptOutcomes.${row.outcome}`)}
          </Badge>
          <Show when={row.generationId}>{(id) => <IdLink id={id()} />}</Show>
          <time class="text-xs text-ink-3" title={exactTime(row.createdAt)}>
            {time(row.createdAt)}
          </time>
        </span>
      ),
    },
    {
      key: 'tokens',
      header: t('models.tokens'),
      align: 'right',
      cell: (row) =>
        row.pictures > 0
          ? t('models.pictures', number(row.pictures))
          : `${number(row.inputTokens)} / ${number(row.outputTokens)}`,
    },
    { key: 'latency', header: t('models.latency'), align: 'right', cell: (row) => latency(row.latencyMs) },
    { key: 'cost', header: t('models.cost'), align: 'right', cell: (row) => cost(row.costMicroYuan) },
  ]
}

export function UsageList(props: { modelId: string }) {
  const { t } = useI18n()
  const usage = useInfiniteQuery(() => usageOf(props.modelId))
  const columns = useUsageRowColumns()
  return (
    <div class="rounded-md border border-line">
      <DataTable
        caption={t('models.usage')}
        columns={columns()}
        query={usage}
        empty={<EmptyState title={t('models.usageEmpty')} />}
      />
    </div>
  )
}
