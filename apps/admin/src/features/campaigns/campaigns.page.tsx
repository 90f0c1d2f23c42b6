import { campaignKinds, campaignStatuses } from '@mozhou/contracts/campaigns/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import Gift from 'lucide-solid/icons/gift'
import { Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { useCampaignColumns } from './campaign-columns.tsx'
import { parseCampaignFilters } from './campaign-filters.ts'
import { campaignsMenu } from './menu.ts'
import { allCampaigns, readCampaigns } from './queries.ts'
import { useI18n } from './words.ts'

export function CampaignsPage() {
  const { t, pick } = useI18n()
  const may = usePermissions()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/campaigns' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/campaigns', search: parseCampaignFilters(raw), replace: true })
  const campaigns = useInfiniteQuery(() => allCampaigns(search()))
  const columns = useCampaignColumns()
  const begin = () => (
    <Show when={may('campaign:write')}>
      <Link to="/campaigns/new" class={buttonClass({ variant: 'primary' })}>
        {t('campaigns.begin')}
      </Link>
    </Show>
  )
  return (
    <Page title={pick(campaignsMenu.title)} subtitle={t('campaigns.subtitle')} aside={begin()}>
      <Card isFlush>
        <FilterBar
          search={{ ...search() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('campaigns.search')}
          choices={[
            {
              name: 'status',
              any: t('campaigns.anyStatus'),
              options: campaignStatuses.map((value) => ({ value, label: t(`campaigns.statusOf.${value}`) })),
            },
            {
              name: 'kind',
              any: t('campaigns.anyKind'),
              options: campaignKinds.map((value) => ({ value, label: t(`campaigns.kindOf.${value}`) })),
            },
          ]}
        >
          <SavedFilters table="campaigns" search={{ ...search() }} onApply={apply} />
          <ExportButton file={() => tableFile('campaigns', columns(), readCampaigns(search()))} />
        </FilterBar>
        <DataTable
          caption={pick(campaignsMenu.title)}
          columns={columns()}
          query={campaigns}
          empty={
            <EmptyState
              icon={<Gift size={24} aria-hidden="true" />}
              title={t('campaigns.emptyTitle')}
              description={t('campaigns.emptyHint')}
            />
          }
        />
      </Card>
    </Page>
  )
}
