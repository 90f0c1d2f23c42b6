import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Tabs } from '@mozhou/ui/components/tabs.tsx'
import { Link, useParams } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { CampaignStatusBadge } from './campaign-columns.tsx'
import { EditCampaign } from './edit-campaign.tsx'
import { ParticipantsPanel } from './participants-panel.tsx'
import { campaignRow } from './queries.ts'
import { ResultsPanel } from './results-panel.tsx'
import { StatusActions } from './status-actions.tsx'
import { useAudienceWords } from './use-audience-words.ts'
import { useI18n } from './words.ts'

export function CampaignPage() {
  const { t } = useI18n()
  const params = useParams({ from: '/app/campaigns/$campaignId' })
  const row = useQuery(() => campaignRow(params().campaignId))
  return (
    <Page
      title={row.data?.name ?? ''}
      aside={
        <Link to="/campaigns" class="text-sm text-accent-text hover:underline">
          {t('campaigns.back')}
        </Link>
      }
    >
      <Loaded query={row}>{(data) => <Campaign row={data()} />}</Loaded>
    </Page>
  )
}

function Campaign(props: { row: CampaignRowDto }) {
  const { t, date, lastDay } = useI18n()
  const may = usePermissions()
  const audience = useAudienceWords()
  const [tab, setTab] = createSignal('results')
  return (
    <div class="flex flex-col gap-5">
      <div class="flex flex-wrap items-center gap-3">
        <CampaignStatusBadge campaign={props.row} />
        <span class="text-sm text-ink-2">
          {t(`campaigns.kindOf.${props.row.kind}`)} ·{' '}
          {t('campaigns.span', date(props.row.startsAt), lastDay(props.row.endsAt))}
        </span>
        <Show when={may('campaign:write')}>
          <div class="ml-auto flex flex-wrap gap-2">
            <StatusActions row={props.row} />
          </div>
        </Show>
      </div>
      <p class="text-sm wrap-anywhere text-ink-2">{t('campaigns.audienceIs', audience(props.row.audience))}</p>
      <Card>
        <Tabs
          label={t('campaigns.tabs')}
          value={tab()}
          onValueChange={setTab}
          tabs={[
            { value: 'results', label: t('campaigns.tabResults'), content: () => <ResultsPanel row={props.row} /> },
            { value: 'people', label: t('campaigns.tabPeople'), content: () => <ParticipantsPanel row={props.row} /> },
            {
              value: 'edit',
              label: t('campaigns.tabEdit'),
              content: () => (
                // Keyed by the version: what somebody else saved is another form.
                <Show when={props.row.version} keyed>
                  <EditCampaign row={props.row} />
                </Show>
              ),
            },
          ]}
        />
      </Card>
    </div>
  )
}
