import type { WebhookDeliveryDto, WebhookDto } from '@mozhou/contracts/webhooks/answers'
import type { WebhookDeliveryStatus } from '@mozhou/contracts/webhooks/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Show } from 'solid-js'
import { deliveriesOf } from './queries.ts'
import { useI18n } from './words.ts'

const tones: Record<WebhookDeliveryStatus, BadgeTone> = {
  waiting: 'warning',
  delivered: 'success',
  gave_up: 'danger',
  dropped: 'neutral',
}

/** What was sent to one address, the newest first. */
export function Deliveries(props: { webhook: WebhookDto }) {
  const { t } = useI18n()
  const rows = useInfiniteQuery(() => deliveriesOf(props.webhook.id))
  return (
    <DataTable
      caption={t('webhooks.deliveriesOf', props.webhook.url)}
      columns={useColumns()()}
      query={rows}
      empty={<p class="px-4 py-5 text-sm text-ink-3">{t('webhooks.noDeliveries')}</p>}
    />
  )
}

function useColumns(): () => Column<WebhookDeliveryDto>[] {
  const { t, number, time, exactTime } = useI18n()
  return () => [
    { key: 'event', header: t('webhooks.event'), isPrimary: true, cell: ({ event }) => t(`webhooks.eventOf.${event}`) },
    {
      key: 'status',
      header: t('webhooks.status'),
      cell: ({ status, httpStatus, failure, nextTryAt }) => (
        <span class="block">
          <Badge tone={tones[status]}>{t(`webhooks.statusOf.${status}`)}</Badge>{' '}
          <span class="text-xs text-ink-2">{httpStatus === null ? failure : `HTTP ${httpStatus}`}</span>
          <Show when={status === 'waiting' && nextTryAt}>
            {(at) => <span class="block text-xs text-ink-3">{t('webhooks.next', time(at()))}</span>}
          </Show>
        </span>
      ),
    },
    { key: 'tries', header: t('webhooks.tries'), align: 'right', cell: ({ tries }) => number(tries) },
    {
      key: 'time',
      header: t('webhooks.when'),
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
  ]
}
