import type { NoticeDto } from '@mozhou/contracts/orders/admin-answers'
import { noticeVerdicts } from '@mozhou/contracts/orders/kinds'
import type { NoticeVerdict } from '@mozhou/contracts/orders/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { noticesOf } from './queries.ts'
import { useI18n } from './words.ts'

const tones: Record<NoticeVerdict, BadgeTone> = {
  received: 'warning',
  applied: 'success',
  repeated: 'neutral',
  refused: 'danger',
}
const all = 'all'

/** Everything that the channels told, refused ones too: money of an order that is not ours shows here first. */
export function NoticeList(props: {
  verdict: NoticeVerdict | undefined
  onVerdict: (verdict: NoticeVerdict | undefined) => void
}) {
  const { t, number, time, exactTime } = useI18n()
  const notices = useInfiniteQuery(() => noticesOf(props.verdict))
  const columns = (): Column<NoticeDto>[] => [
    {
      key: 'body',
      header: t('orders.notices'),
      isPrimary: true,
      cell: (row) => <NoticeBody notice={row} />,
    },
    { key: 'channel', header: t('orders.channel'), cell: (row) => t(`orders.channelOf.${row.channel}`) },
    { key: 'verdict', header: t('orders.verdict'), cell: (row) => <Verdict notice={row} /> },
    { key: 'deliveries', header: t('orders.deliveries'), align: 'right', cell: (row) => number(row.deliveries) },
    {
      key: 'time',
      header: t('orders.receivedAt'),
      cell: (row) => <time title={exactTime(row.receivedAt)}>{time(row.receivedAt)}</time>,
    },
  ]
  return (
    <Card isFlush>
      <div class="border-b border-line px-4 py-3">
        <Select
          class="w-44"
          label={t('orders.anyVerdict')}
          value={props.verdict ?? all}
          onValueChange={(value) => props.onVerdict(noticeVerdicts.find((verdict) => verdict === value))}
          options={[
            { value: all, label: t('orders.anyVerdict') },
            ...noticeVerdicts.map((value) => ({ value, label: t(`orders.verdictOf.${value}`) })),
          ]}
        />
      </div>
      <DataTable
        caption={t('orders.notices')}
        columns={columns()}
        query={notices}
        empty={<EmptyState title={t('orders.noNotices')} />}
      />
    </Card>
  )
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

export function Verdict(props: { notice: NoticeDto }) {
  const { t } = useI18n()
  const reason = () => {
    const known = refusals.find((refusal) => refusal === props.notice.reason)
    return known ? t(`orders.refusalOf.${known}`) : props.notice.reason
  }
  return (
    <Badge tone={tones[props.notice.verdict]}>
      {[t(`orders.verdictOf.${props.notice.verdict}`), reason()].filter((part) => part !== null).join(' · ')}
    </Badge>
  )
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
