import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { beijingTime } from '../../tables/read-all.ts'
import { IdLink } from '../accounts/id-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import type { Run } from './queries.ts'
import { useI18n } from './words.ts'

export function useRunColumns(onAcknowledge: (run: Run) => void): () => Column<Run>[] {
  const may = usePermissions()
  const { t, time, exactTime } = useI18n()
  return () => [
    {
      key: 'id',
      header: t('workflows.id'),
      isPrimary: true,
      text: (row) => row.workflowId,
      cell: (row) => (
        <span class="block">
          <Show when={row.url} fallback={<span class="font-mono text-xs break-all">{row.workflowId}</span>}>
            {(url) => (
              <a
                href={url()}
                target="_blank"
                rel="noreferrer"
                class="inline-flex items-center gap-1.5 rounded-sm font-mono text-xs break-all text-accent-text hover:underline"
              >
                {row.workflowId}
                <ExternalLink size={13} class="shrink-0" aria-hidden="true" />
              </a>
            )}
          </Show>
          <span class="block text-ink-2">{row.summary}</span>
          <Show when={row.generationId}>{(id) => <IdLink id={id()} />}</Show>
          <Show when={row.acknowledgement}>
            {(done) => (
              <span class="block text-xs text-ink-3">
                {t('workflows.handledBy', done().actor, time(done().createdAt))} · {done().note}
              </span>
            )}
          </Show>
        </span>
      ),
    },
    { key: 'type', header: t('workflows.type'), cell: (row) => row.type, text: (row) => row.type },
    {
      key: 'status',
      header: t('workflows.status'),
      text: (row) => row.status,
      cell: (row) => (
        <span class="inline-flex gap-1.5">
          <Badge tone="accent">{row.status}</Badge>
          <Show when={row.needsAttention && row.acknowledgement === null}>
            <Badge tone="danger">{t('workflows.attention')}</Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'business',
      header: t('workflows.business'),
      cell: (row) => <Business status={row.bizStatus} />,
      text: (row) => row.bizStatus,
    },
    { key: 'tier', header: t('workflows.tier'), cell: (row) => row.tier || '—', text: (row) => row.tier },
    {
      key: 'started',
      header: t('workflows.started'),
      cell: (row) => <time title={exactTime(row.startedAt)}>{time(row.startedAt)}</time>,
      text: (row) => beijingTime(row.startedAt),
    },
    {
      key: 'handle',
      header: t('workflows.handle'),
      isActions: true,
      cell: (row) => (
        <Show when={row.needsAttention && may('workflow:acknowledge')}>
          <Button
            size="sm"
            aria-label={`${t('workflows.handle')} ${row.workflowId}`}
            onClick={() => onAcknowledge(row)}
          >
            {t('workflows.handle')}
          </Button>
        </Show>
      ),
    },
  ]
}

/** What became of the business: Temporal calls a run completed that ended in a refund as it should. */
function Business(props: { status: string }) {
  return (
    <Show when={props.status === 'failed'} fallback={props.status || '—'}>
      <Badge tone="danger">{props.status}</Badge>
    </Show>
  )
}
