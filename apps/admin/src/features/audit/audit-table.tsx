import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/solid-query'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import ClipboardList from 'lucide-solid/icons/clipboard-list'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { IdLink } from '../accounts/id-link.tsx'
import { beijingTime } from '../../tables/read-all.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import { actionWording } from './action-words.ts'
import type { AuditSearch } from './audit-filters.ts'
import { auditMenu } from './menu.ts'
import { useI18n } from './words.ts'

type AuditRow = Awaited<ReturnType<typeof api.audit.list.query>>['items'][number]

/** Of one thing that was changed, or of what one person did; all of them without either. */
interface AuditFilters extends AuditSearch {
  target?: string
  actorId?: string
}

export function readAudit(filters: AuditFilters, signal?: AbortSignal): ReadPage<AuditRow> {
  return (cursor, limit) => api.audit.list.query({ ...filters, cursor, limit }, signal && { signal })
}

function auditRows(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit', 'list', filters] as const,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => readAudit(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useAuditColumns(onOpen: (row: AuditRow) => void): () => Column<AuditRow>[] {
  const { t, time, exactTime, pick } = useI18n()
  return () => [
    {
      key: 'action',
      header: t('audit.action'),
      isPrimary: true,
      text: (row) => `${pick(actionWording(row.action))} · ${row.target}`,
      cell: (row) => (
        <span class="block">
          <span class="font-medium">{pick(actionWording(row.action))}</span>
          <span class="block font-mono text-xs break-all text-ink-3">
            {row.action} · <IdLink id={row.target} />
          </span>
        </span>
      ),
    },
    { key: 'actor', header: t('audit.actor'), cell: (row) => row.actor, text: (row) => row.actor },
    { key: 'permission', header: t('audit.permission'), cell: (row) => row.permission, text: (row) => row.permission },
    {
      key: 'time',
      header: t('audit.time'),
      cell: (row) => <time title={exactTime(row.createdAt)}>{time(row.createdAt)}</time>,
      text: (row) => beijingTime(row.createdAt),
    },
    {
      key: 'detail',
      header: t('audit.detail'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" onClick={() => onOpen(row)}>
          {t('audit.detail')}
        </Button>
      ),
    },
  ]
}

export function AuditTable(props: { filters: AuditFilters }) {
  const { t, pick } = useI18n()
  const rows = useInfiniteQuery(() => auditRows(props.filters))
  const [opened, setOpened] = createSignal<AuditRow | null>(null)
  const columns = useAuditColumns(setOpened)
  return (
    <>
      <DataTable
        caption={pick(auditMenu.title)}
        columns={columns()}
        query={rows}
        empty={
          <EmptyState
            icon={<ClipboardList size={24} aria-hidden="true" />}
            title={t('audit.emptyTitle')}
            description={t('audit.emptyHint')}
          />
        }
      />
      <ChangeDrawer row={opened()} onClose={() => setOpened(null)} />
    </>
  )
}

function ChangeDrawer(props: { row: AuditRow | null; onClose: () => void }) {
  const { t, exactTime, pick } = useI18n()
  return (
    <Dialog
      isOpen={props.row !== null}
      onClose={() => props.onClose()}
      placement="drawer"
      title={props.row ? pick(actionWording(props.row.action)) : ''}
    >
      <Show when={props.row}>
        {(row) => (
          <div class="flex flex-col gap-4">
            <DetailsList
              rows={[
                { label: t('audit.action'), value: <code class="text-xs break-all">{row().action}</code> },
                { label: t('audit.time'), value: exactTime(row().createdAt) },
                { label: t('audit.actor'), value: row().actor },
                { label: t('audit.permission'), value: row().permission },
                { label: t('audit.target'), value: <IdLink id={row().target} /> },
                { label: t('audit.requestId'), value: <code class="text-xs break-all">{row().requestId}</code> },
              ]}
            />
            <Json label={t('audit.before')} value={row().before} />
            <Json label={t('audit.after')} value={row().after} />
          </div>
        )}
      </Show>
    </Dialog>
  )
}

function Json(props: { label: string; value: unknown }) {
  return (
    <section>
      <h3 class="mb-1 text-xs font-medium text-ink-3">{props.label}</h3>
      <pre
        tabindex="0"
        class="max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap"
      >
        {props.value === null || props.value === undefined ? '—' : JSON.stringify(props.value, null, 2)}
      </pre>
    </section>
  )
}
