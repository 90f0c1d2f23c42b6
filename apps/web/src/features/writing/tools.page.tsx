import { Page } from '@mozhou/ui/app/page.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { writingTools } from '../works/queries.ts'
import { ToolCard } from '../works/tool-card.tsx'

export function ToolsPage() {
  const { t } = useI18n()
  const tools = useQuery(() => writingTools())
  return (
    <Page title={t('writing.title')} subtitle={t('writing.subtitle')}>
      <Loaded query={tools} skeleton={<Skeleton class="h-32 max-w-sm" />}>
        {(list) => (
          <Show when={list().length > 0} fallback={<EmptyState title={t('writing.toolUnknown')} />}>
            <ul class="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              <For each={list()}>
                {(tool) => (
                  <li>
                    <ToolCard tool={tool} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Page>
  )
}
