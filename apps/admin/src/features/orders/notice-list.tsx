import type { NoticeDto } from '@mozhou/contracts/orders/admin-answers'
import { noticeVerdicts, payChannels } from '@mozhou/contracts/orders/kinds'
import type { NoticeVerdict } from '@mozhou/contracts/orders/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import type { NoticeFilters, SearchChange } from './order-search.ts'
import { noticesOf, readNotices } from './queries.ts'
import { useI18n } from './words.ts'

const tones: Record<NoticeVerdict, BadgeTone> = {
  received: 'warning',
  applied: 'success',
  repeated: 'neutral',
  refused: 'danger',
}

/** Everything that the channels told, refused ones too: money of an order that is not ours shows here first. */
export function NoticeList(props: {
  search: NoticeFilters
  onChange: (part: SearchChange) => void
  onApply: (raw: Record<string, unknown>) => void
}) {
  const { t } = useI18n()
  const notices = useInfiniteQuery(() => noticesOf(props.search))
  const columns = useColumns()
  return (
    <Card isFlush>
      <FilterBar
        search={{ ...props.search }}
        onChange={(part) => props.onChange(part)}
        searchLabel={t('orders.orderNo')}
        hasDays
        choices={[
          {
            name: 'verdict',
            any: t('orders.anyVerdict'),
            options: noticeVerdicts.map((value) => ({ value, label: t(`orders.verdictOf.${value}`) })),
          },
          {
            name: 'channel',
            any: t('orders.anyChannel'),
            options: payChannels.map((value) => ({ value, label: t(`orders.channelOf.${value}`) })),
          },
        ]}
      >
        <SavedFilters table="notices" search={{ ...props.search }} onApply={(kept) => props.onApply(kept)} />
        <ExportButton file={() => tableFile('notices', columns(), readNotices(props.search))} />
      </FilterBar>
      <DataTable
        caption={t('orders.notices')}
        columns={columns()}
        query={notices}
        empty={<EmptyState title={t('orders.noNotices')} />}
      />
    </Card>
  )
}

function useColumns(): () => Column<NoticeDto>[] {
  const { t, number, time, exactTime } = useI18n()
  const verdictWords = useVerdictWords()
  return () => [
    {
      key: 'body',
      header: t('orders.notices'),
      isPrimary: true,
      cell: (row) => <NoticeBody notice={row} />,
      text: (row) => row.orderNo ?? t('orders.noOrderNo'),
    },
    {
      key: 'channel',
      header: t('orders.channel'),
      cell: (row) => t(`orders.channelOf.${row.channel}`),
      text: (row) => t(`orders.channelOf.${row.channel}`),
    },
    {
      key: 'verdict',
      header: t('orders.verdict'),
      cell: (row) => <Verdict notice={row} />,
      text: (row) => verdictWords(row),
    },
    {
      key: 'deliveries',
      header: t('orders.deliveries'),
      align: 'right',
      cell: (row) => number(row.deliveries),
      text: (row) => row.deliveries,
    },
    {
      key: 'time',
      header: t('orders.receivedAt'),
      cell: (row) => <time title={exactTime(row.receivedAt)}>{time(row.receivedAt)}</time>,
      text: (row) => beijingTime(row.receivedAt),
    },
  ]
}

/** Why a notice is refused, as `takeNotice` and the channels' adapters say it. */
const refusals = [
  'signature',
  'malformed',
  'wrong_app',
  'wrong_merchant',
  'probe',
  'unknown_order',
  'amount_mismatch',
] as const

function useVerdictWords(): (notice: NoticeDto) => string {
  const { t } = useI18n()
  return ({ verdict, reason }) => {
    const known = refusals.find((refusal) => refusal === reason)
    const why = known ? t(`orders.refusalOf.${known}`) : reason
    return [t(`orders.verdictOf.${verdict}`), why].filter((part) => part !== null).join(' · ')
  }
}

export function Verdict(props: { notice: NoticeDto }) {
  const wordsOf = useVerdictWords()
  return <Badge tone={tones[props.notice.verdict]}>{wordsOf(props.notice)}</Badge>
}

export function NoticeBody(props: { notice: NoticeDto }) {
  const { t } = useI18n()
  return (
    <details>
      <summary class="cursor-pointer rounded-sm font-mono text-xs break-all text-ink-2">
        {props.notice.orderNo ?? t('orders.noOrderNo')}
      </summary>
      <pre
        tabindex="0"
        aria-label={t('orders.noticeBody')}
        class="mt-2 max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap"
      >
        {props.notice.body}
      </pre>
    </details>
  )
}
