import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { useQuery } from '@mozhou/ui/api/use-query'
import ExternalLink from 'lucide-solid/icons/external-link'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import WorkflowIcon from 'lucide-solid/icons/workflow'
import { createSignal, Show } from 'solid-js'
import { AcknowledgeDialog } from '../generations/acknowledge-dialog.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile, wholePage } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { useAsked } from '../../tables/use-asked.ts'
import { workflowsMenu } from './menu.ts'
import { useI18n } from './words.ts'
import { systemInfo } from '../accounts/queries.ts'
import { runningWorkflows, workflowsKey } from './queries.ts'
import type { Run } from './queries.ts'
import { useRunColumns } from './run-columns.tsx'
import { isAskedFor, isIn, parseRunSearch, runViews } from './run-search.ts'
import type { RunView } from './run-search.ts'

export function WorkflowsPage() {
  const { t, pick } = useI18n()
  const running = useQuery(() => runningWorkflows())
  const info = useQuery(() => systemInfo())
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/workflows' })
  const view = () => search().view ?? 'open'
  const [handling, setHandling] = createSignal<Run | null>(null)
  const columns = useRunColumns(setHandling)
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/workflows', search: parseRunSearch(raw), replace: true })
  const asked = useAsked(running, (run) => isIn(view(), run) && isAskedFor(search(), run))
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
      <div class="mb-4 max-w-md">
        <Segmented<RunView>
          label={t('workflows.view')}
          value={view()}
          onValueChange={(next) => apply({ ...search(), view: next })}
          options={runViews.map((value) => ({ value, label: t(`workflows.views.${value}`) }))}
        />
      </div>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('workflows.search')}
          choices={[
            {
              name: 'tier',
              any: t('workflows.anyTier'),
              options: (['member', 'free'] as const).map((value) => ({ value, label: t(`workflows.tierOf.${value}`) })),
            },
          ]}
        >
          <SavedFilters table="workflows" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('workflows', columns(), wholePage(asked.data ?? []))} />
        </FilterBar>
        <DataTable
          caption={pick(workflowsMenu.title)}
          columns={columns()}
          query={singlePage(asked)}
          empty={
            <EmptyState
              icon={<WorkflowIcon size={24} aria-hidden="true" />}
              title={t('workflows.emptyTitle')}
              description={t('workflows.emptyHint')}
            />
          }
        />
      </Card>
      <Show when={handling()} keyed>
        {(run) => (
          <AcknowledgeDialog workflowId={run.workflowId} readAgain={workflowsKey} onClose={() => setHandling(null)} />
        )}
      </Show>
    </Page>
  )
}
