import type { FeatureRowDto } from '@mozhou/contracts/features/answers'
import type { FeatureState } from '@mozhou/contracts/features/kinds'
import { featureWords } from '@mozhou/contracts/features/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { createSignal, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { FeatureDialog } from './feature-dialog.tsx'
import { featuresMenu } from './menu.ts'
import { allFeatures } from './queries.ts'
import { useI18n } from './words.ts'

const tones: Record<FeatureState, BadgeTone> = { off: 'neutral', members: 'accent', everybody: 'success' }

export function FeaturesPage() {
  const { t, pick } = useI18n()
  const features = useQuery(() => allFeatures())
  const [edited, setEdited] = createSignal<FeatureRowDto | null>(null)
  const columns = useFeatureColumns(setEdited)
  return (
    <Page title={pick(featuresMenu.title)} subtitle={t('features.subtitle')}>
      <Card isFlush>
        <DataTable
          caption={pick(featuresMenu.title)}
          columns={columns()}
          query={singlePage(features)}
          empty={<EmptyState title={t('features.emptyTitle')} />}
        />
      </Card>
      <Show when={edited()} keyed>
        {(row) => <FeatureDialog row={row} onClose={() => setEdited(null)} />}
      </Show>
    </Page>
  )
}

function useFeatureColumns(onEdit: (row: FeatureRowDto) => void): () => Column<FeatureRowDto>[] {
  const { t, pick, time, exactTime } = useI18n()
  const may = usePermissions()
  return () => [
    {
      key: 'feature',
      header: t('features.feature'),
      isPrimary: true,
      cell: ({ feature }) => <span class="font-medium">{pick(featureWords[feature])}</span>,
    },
    {
      key: 'state',
      header: t('features.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`features.stateOf.${state}`)}</Badge>,
    },
    {
      key: 'since',
      header: t('features.since'),
      cell: ({ since }) => (since === null ? t('features.never') : <time title={exactTime(since)}>{time(since)}</time>),
    },
    {
      key: 'changedBy',
      header: t('features.changedBy'),
      cell: ({ changedBy }) => (changedBy === null ? '—' : `@${changedBy}`),
    },
    {
      key: 'change',
      header: t('features.change'),
      isActions: true,
      cell: (row) => (
        <Show when={may('feature:write')}>
          <Button
            size="sm"
            aria-label={`${t('features.change')} ${pick(featureWords[row.feature])}`}
            onClick={() => onEdit(row)}
          >
            {t('features.change')}
          </Button>
        </Show>
      ),
    },
  ]
}
