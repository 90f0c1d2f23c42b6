import type { PriceState } from '@mozhou/contracts/models/kinds'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'
import { toYuan } from './model-form-values.ts'
import type { PriceRow } from './queries.ts'
import { pricesOf } from './queries.ts'

const tones: Record<PriceState, BadgeTone> = { coming: 'accent', current: 'success', past: 'neutral' }

/** What a model has cost, costs and will cost, newest first. */
export function PriceHistory(props: { modelId: string }) {
  const { t } = useI18n()
  const prices = useInfiniteQuery(() => pricesOf(props.modelId))
  const columns = usePriceColumns()
  return (
    <section>
      <div class="rounded-md border border-line">
        <DataTable
          caption={t('prices.title')}
          columns={columns()}
          query={prices}
          empty={<EmptyState title={t('prices.empty')} />}
        />
      </div>
      <p class="mt-1 text-xs text-ink-3">{t('prices.unit')}</p>
    </section>
  )
}

function usePriceColumns(): () => Column<PriceRow>[] {
  const { t } = useI18n()
  return () => [
    { key: 'from', header: t('prices.from'), isPrimary: true, cell: (row) => <Period price={row} /> },
    {
      key: 'input',
      header: t('prices.input'),
      align: 'right',
      cell: (row) => toYuan(row.inputMicroYuanPerMillion),
    },
    {
      key: 'output',
      header: t('prices.output'),
      align: 'right',
      cell: (row) => toYuan(row.outputMicroYuanPerMillion),
    },
    {
      key: 'cached',
      header: t('prices.cached'),
      align: 'right',
      cell: (row) => toYuan(row.cachedInputMicroYuanPerMillion) || t('prices.cachedAsInput'),
    },
  ]
}

function Period(props: { price: PriceRow }) {
  const { t, exactTime } = useI18n()
  return (
    <span class="flex flex-wrap items-center gap-x-2">
      <Badge tone={tones[props.price.state]}>{t(`prices.states.${props.price.state}`)}</Badge>
      <time datetime={props.price.effectiveFrom}>{exactTime(props.price.effectiveFrom)}</time>
      <Show when={props.price.effectiveUntil}>
        {(until) => <span class="text-xs text-ink-3">{t('prices.until', exactTime(until()))}</span>}
      </Show>
    </span>
  )
}
