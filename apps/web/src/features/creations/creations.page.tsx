import type { CreationStatus } from '@mozhou/contracts/creations'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import Library from 'lucide-solid/icons/library'
import PenLine from 'lucide-solid/icons/pen-line'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { Page } from '../../shell/page.tsx'
import { isToolKey } from '../writing/load-tool.ts'
import { writingTools } from '../writing/queries.ts'
import { useCreationColumns } from './creation-columns.tsx'
import type { CreationFilters } from './queries.ts'
import { myCreations } from './queries.ts'

const statuses: readonly CreationStatus[] = ['running', 'succeeded', 'failed', 'cancelled']
const any = 'any'

export function CreationsPage() {
  const { t } = useI18n()
  const [filters, setFilters] = createSignal<CreationFilters>({})
  const creations = useInfiniteQuery(() => myCreations(filters()))
  const columns = useCreationColumns()
  return (
    <Page
      title={t('creations.title')}
      subtitle={t('creations.subtitle')}
      aside={
        <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
          <PenLine size={16} aria-hidden="true" />
          {t('writing.newArticle')}
        </Link>
      }
    >
      <Card isFlush>
        <Filters filters={filters()} onChange={setFilters} />
        <DataTable
          caption={t('creations.title')}
          columns={columns()}
          query={creations}
          empty={<NoCreations isFiltered={isFiltered(filters())} onClear={() => setFilters({})} />}
        />
      </Card>
    </Page>
  )
}

function Filters(props: { filters: CreationFilters; onChange: (filters: CreationFilters) => void }) {
  const { t, pick } = useI18n()
  const tools = useQuery(() => writingTools())
  const toolOptions = () => (tools.status === 'success' ? tools.data : [])
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <Select
        class="w-36"
        label={t('creations.statusFilter')}
        value={props.filters.status ?? any}
        onValueChange={(value) =>
          props.onChange({ ...props.filters, status: statuses.find((status) => status === value) })
        }
        options={[
          { value: any, label: t('creations.allStatuses') },
          ...statuses.map((status) => ({ value: status, label: t(`creations.statuses.${status}`) })),
        ]}
      />
      <Select
        class="w-40"
        label={t('creations.toolFilter')}
        value={props.filters.tool ?? any}
        onValueChange={(value) => props.onChange({ ...props.filters, tool: isToolKey(value) ? value : undefined })}
        options={[
          { value: any, label: t('creations.allTools') },
          ...toolOptions().map((tool) => ({ value: tool.key, label: pick(tool.title) })),
        ]}
      />
      <Show when={isFiltered(props.filters)}>
        <Button size="sm" variant="ghost" onClick={() => props.onChange({})}>
          {t('creations.clearFilters')}
        </Button>
      </Show>
    </div>
  )
}

function NoCreations(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useI18n()
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <EmptyState
          icon={<Library size={24} aria-hidden="true" />}
          title={t('creations.emptyTitle')}
          description={t('creations.emptyHint')}
          action={
            <Link to="/writing" class={buttonClass({ variant: 'primary' })}>
              {t('home.emptyAction')}
            </Link>
          }
        />
      }
    >
      <EmptyState
        title={t('creations.noMatchTitle')}
        description={t('creations.noMatchHint')}
        action={<Button onClick={() => props.onClear()}>{t('creations.clearFilters')}</Button>}
      />
    </Show>
  )
}

function isFiltered(filters: CreationFilters): boolean {
  return filters.status !== undefined || filters.tool !== undefined
}
