import type { ToolPromptDto } from '@mozhou/contracts/prompts/answers'
import { promptTools } from '@mozhou/contracts/prompts/prompt-tools'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile, wholePage } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { useAsked } from '../../tables/use-asked.ts'
import { promptsMenu } from './menu.ts'
import { isPromptAskedFor, parsePromptFilters } from './prompt-filters.ts'
import { useI18n } from './words.ts'
import { toolPrompts } from './queries.ts'

type Row = ToolPromptDto & { id: string }

export function PromptsPage() {
  const { t, pick } = useI18n()
  const prompts = useQuery(() => toolPrompts())
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/prompts' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/prompts', search: parsePromptFilters(raw), replace: true })
  const asked = useAsked(prompts, (row) => isPromptAskedFor(search(), row, pick(promptTools[row.tool].title)))
  const columns = useColumns()
  return (
    <Page title={pick(promptsMenu.title)} subtitle={t('prompts.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('prompts.search')}
          choices={[
            {
              name: 'drafts',
              any: t('prompts.anyDrafts'),
              options: [
                { value: 'some', label: t('prompts.withDrafts') },
                { value: 'none', label: t('prompts.withoutDrafts') },
              ],
            },
          ]}
        >
          <SavedFilters table="prompts" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('prompts', columns(), wholePage(asked.data ?? []))} />
        </FilterBar>
        <DataTable
          caption={pick(promptsMenu.title)}
          columns={columns()}
          query={singlePage(asked)}
          empty={<EmptyState title={pick(promptsMenu.title)} />}
        />
      </Card>
    </Page>
  )
}

function useColumns(): () => Column<Row>[] {
  const { t, pick, number, time, exactTime } = useI18n()
  return () => [
    {
      key: 'tool',
      header: t('prompts.tool'),
      isPrimary: true,
      text: (row) => pick(promptTools[row.tool].title),
      cell: (row) => <span class="font-medium">{pick(promptTools[row.tool].title)}</span>,
    },
    {
      key: 'live',
      header: t('prompts.live'),
      text: (row) => `${row.tool}@${row.liveNumber}`,
      cell: (row) => <span class="font-mono text-xs">{`${row.tool}@${row.liveNumber}`}</span>,
    },
    {
      key: 'published',
      header: t('prompts.published'),
      text: (row) => beijingTime(row.livePublishedAt),
      cell: (row) => <time title={exactTime(row.livePublishedAt)}>{time(row.livePublishedAt)}</time>,
    },
    {
      key: 'drafts',
      header: t('prompts.drafts'),
      align: 'right',
      cell: (row) => number(row.drafts),
      text: (row) => row.drafts,
    },
    {
      key: 'versions',
      header: t('prompts.versions'),
      align: 'right',
      cell: (row) => number(row.versions),
      text: (row) => row.versions,
    },
    {
      key: 'open',
      header: t('prompts.open'),
      isActions: true,
      cell: (row) => (
        <Link
          to="/prompts/$tool"
          params={{ tool: row.tool }}
          class={buttonClass({ size: 'sm' })}
          aria-label={`${t('prompts.open')} ${pick(promptTools[row.tool].title)}`}
        >
          {t('prompts.open')}
        </Link>
      ),
    },
  ]
}
