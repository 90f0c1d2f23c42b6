import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import { platforms } from '@mozhou/platforms/platforms'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, Show } from 'solid-js'
import { platformRulesMenu } from './menu.ts'
import { ruleChanges } from './queries.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { ruleLines } from './rule-lines.ts'
import type { RuleLine } from './rule-lines.ts'
import { useRuleColumns } from './rule-columns.tsx'
import { useI18n } from './words.ts'

export function PlatformRulesPage() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/platform-rules' })
  const navigate = useNavigate()
  const changes = useQuery(() => ruleChanges())
  const [editedId, setEditedId] = createSignal<string | null>(null)
  const platform = (): PlatformKey => search().platform ?? platformKeys[0]
  const lines = (): RuleLine[] | undefined => changes.data && ruleLines(platform(), changes.data)
  const columns = useRuleColumns((line) => setEditedId(line.id))
  const edited = () => lines()?.find(({ id }) => id === editedId())
  const table = singlePage({
    get status() {
      return changes.status
    },
    get data() {
      return lines()
    },
    get error() {
      return changes.error
    },
    get isFetching() {
      return changes.isFetching
    },
    refetch: () => changes.refetch(),
  })
  return (
    <Page
      title={pick(platformRulesMenu.title)}
      subtitle={t('platformRules.subtitle')}
      aside={
        <Link to="/platform-rules/words" class="text-sm text-accent-text hover:underline">
          {t('platformRules.toWords')}
        </Link>
      }
    >
      <div class="mb-4">
        <Segmented
          label={t('platformRules.platform')}
          value={platform()}
          onValueChange={(chosen) =>
            void navigate({ to: '/platform-rules', search: { platform: chosen }, replace: true })
          }
          options={platformKeys.map((value) => ({ value, label: pick(platforms[value].name) }))}
        />
      </div>
      <Card isFlush>
        <DataTable
          caption={pick(platformRulesMenu.title)}
          columns={columns()}
          query={table}
          empty={<EmptyState title={pick(platformRulesMenu.title)} />}
        />
      </Card>
      <Show when={editedId()} keyed>
        <Show when={edited()}>{(line) => <RuleDialog line={line()} onClose={() => setEditedId(null)} />}</Show>
      </Show>
    </Page>
  )
}
