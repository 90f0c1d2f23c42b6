import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { queryOptions } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import ExternalLink from 'lucide-solid/icons/external-link'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import WorkflowIcon from 'lucide-solid/icons/workflow'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { workflowsMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { systemInfo } from '../accounts/queries.ts'

async function readRunning(signal: AbortSignal) {
  const running = await api.workflows.running.query(undefined, { signal })
  return running.map((workflow) => ({ ...workflow, id: workflow.runId }))
}

type Row = Awaited<ReturnType<typeof readRunning>>[number]

function runningWorkflows() {
  return queryOptions({
    queryKey: ['workflows', 'running'] as const,
    queryFn: ({ signal }): Promise<Row[]> => readRunning(signal),
    refetchInterval: 5_000,
  })
}

export function WorkflowsPage() {
  const { t, pick } = useI18n()
  const running = useQuery(() => runningWorkflows())
  const info = useQuery(() => systemInfo())
  const columns = useColumns()
  return (
    <Page
      title={pick(workflowsMenu.title)}
      subtitle={t('workflows.subtitle')}
      aside={
        <div class="flex gap-2">
          <Button icon={<RotateCw size={15} aria-hidden="true" />} onClick={() => void running.refetch()}>
            {t('workflows.refresh')}
          </Button>
          <Show when={info.data?.temporalUiUrl}>
            {(url) => (
              <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({})}>
                <ExternalLink size={15} aria-hidden="true" />
                {t('workflows.openUi')}
              </a>
            )}
          </Show>
        </div>
      }
    >
      <Card isFlush>
        <DataTable
          caption={pick(workflowsMenu.title)}
          columns={columns()}
          query={singlePage(running)}
          empty={
            <EmptyState
              icon={<WorkflowIcon size={24} aria-hidden="true" />}
              title={t('workflows.emptyTitle')}
              description={t('workflows.emptyHint')}
            />
          }
        />
      </Card>
    </Page>
  )
}

function useColumns(): () => Column<Row>[] {
  const { t, time, exactTime } = useI18n()
  return () => [
    {
      key: 'id',
      header: t('workflows.id'),
      isPrimary: true,
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
        </span>
      ),
    },
    { key: 'type', header: t('workflows.type'), cell: (row) => row.type },
    {
      key: 'status',
      header: t('workflows.status'),
      cell: (row) => (
        <span class="inline-flex gap-1.5">
          <Badge tone="accent">{row.status}</Badge>
          <Show when={row.needsAttention}>
            <Badge tone="danger">{t('workflows.attention')}</Badge>
          </Show>
        </span>
      ),
    },
    { key: 'business', header: t('workflows.business'), cell: (row) => row.bizStatus || '—' },
    { key: 'tier', header: t('workflows.tier'), cell: (row) => row.tier || '—' },
    {
      key: 'started',
      header: t('workflows.started'),
      cell: (row) => <time title={exactTime(row.startedAt)}>{time(row.startedAt)}</time>,
    },
  ]
}
