import type { CampaignDto } from '@mozhou/contracts/campaigns/answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Link } from '@tanstack/solid-router'
import Gift from 'lucide-solid/icons/gift'
import { CampaignStatus } from './campaign-status.tsx'
import { allCampaigns } from './queries.ts'
import { useRuleWords } from './use-rule-words.ts'
import { useI18n } from './words.ts'

export function CampaignsPage() {
  const { t } = useI18n()
  const campaigns = useInfiniteQuery(() => allCampaigns())
  const columns = useCampaignColumns()
  return (
    <Page title={t('campaigns.title')} subtitle={t('campaigns.subtitle')}>
      <Card isFlush>
        <DataTable
          caption={t('campaigns.listTitle')}
          columns={columns()}
          query={campaigns}
          empty={
            <EmptyState
              icon={<Gift size={22} aria-hidden="true" />}
              title={t('campaigns.emptyTitle')}
              description={t('campaigns.emptyHint')}
            />
          }
        />
      </Card>
    </Page>
  )
}

function useCampaignColumns(): () => Column<CampaignDto>[] {
  const { t, date, lastDay } = useI18n()
  const { gives } = useRuleWords()
  return () => [
    {
      key: 'name',
      header: t('campaigns.name'),
      isPrimary: true,
      cell: (row) => (
        <Link
          to="/campaigns/$campaignId"
          params={{ campaignId: row.id }}
          class="font-medium wrap-anywhere whitespace-normal hover:underline"
        >
          {row.name}
        </Link>
      ),
    },
    { key: 'gives', header: t('campaigns.gives'), cell: (row) => <span class="whitespace-normal">{gives(row)}</span> },
    {
      key: 'time',
      header: t('campaigns.time'),
      cell: (row) => t('campaigns.span', date(row.startsAt), lastDay(row.endsAt)),
    },
    { key: 'status', header: t('campaigns.status'), cell: (row) => <CampaignStatus campaign={row} /> },
  ]
}
