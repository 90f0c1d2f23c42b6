import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { capabilities, capabilityTitles } from '@mozhou/contracts/models/kinds'
import { vendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import Cpu from 'lucide-solid/icons/cpu'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile, wholePage } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { useAsked } from '../../tables/use-asked.ts'
import { modelsMenu } from './menu.ts'
import { isModelAskedFor, parseModelFilters } from './model-filters.ts'
import { useI18n } from './words.ts'
import { Page } from '@mozhou/ui/app/page.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { useModelColumns } from './model-columns.tsx'
import { ModelDrawer } from './model-drawer.tsx'
import { catalogue } from './queries.ts'

export function ModelsPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const models = useQuery(() => catalogue())
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/models' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/models', search: parseModelFilters(raw), replace: true })
  const asked = useAsked(models, (model) => isModelAskedFor(search(), model))
  const [openedId, setOpenedId] = createSignal<string | null>(null)
  const columns = useModelColumns((model) => setOpenedId(model.id))
  const list = () => models.data ?? []
  const opened = (): { model: ModelAdminDto | null } | null => {
    const id = openedId()
    if (id === null) return null
    const model = list().find((candidate) => candidate.id === id)
    return model || id === 'new' ? { model: model ?? null } : null
  }
  return (
    <Page
      title={pick(modelsMenu.title)}
      subtitle={t('models.subtitle')}
      aside={
        <Show when={may('model:write')}>
          <Button variant="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => setOpenedId('new')}>
            {t('models.add')}
          </Button>
        </Show>
      }
    >
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('models.search')}
          choices={[
            {
              name: 'capability',
              any: t('models.anyCapability'),
              options: capabilities.map((value) => ({ value, label: pick(capabilityTitles[value]) })),
            },
            {
              name: 'vendor',
              any: t('models.anyVendor'),
              options: vendorKeys.map((value) => ({ value, label: t(`vendors.${value}`) })),
            },
            {
              name: 'state',
              any: t('models.anyState'),
              options: (['enabled', 'disabled', 'open'] as const).map((value) => ({
                value,
                label: t(`models.stateOf.${value}`),
              })),
            },
          ]}
        >
          <SavedFilters table="models" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('models', columns(), wholePage(asked.data ?? []))} />
        </FilterBar>
        <DataTable
          caption={pick(modelsMenu.title)}
          columns={columns()}
          query={singlePage(asked)}
          empty={
            <EmptyState
              icon={<Cpu size={24} aria-hidden="true" />}
              title={t('models.emptyTitle')}
              description={t('models.emptyHint')}
            />
          }
        />
      </Card>
      <Show when={opened()}>
        {(target) => <ModelDrawer model={target().model} others={list()} onClose={() => setOpenedId(null)} />}
      </Show>
    </Page>
  )
}
