import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import Headset from 'lucide-solid/icons/headset'
import { Show } from 'solid-js'
import { ConversationDrawer } from './conversation-drawer.tsx'
import { supportMenu } from './menu.ts'
import { ExportButton } from '../../tables/export-button.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { readQueue, supportQueue } from './queries.ts'
import { useQueueColumns } from './queue-columns.tsx'
import { QueueFilterBar } from './queue-filter-bar.tsx'
import { keptSearch, parseQueueSearch, queueFilters } from './queue-search.ts'
import type { SearchChange } from './queue-search.ts'
import { TimesStrip } from './times-strip.tsx'
import { useI18n } from './words.ts'

/** What people ask and who answers; filters and the opened conversation are in the address. */
export function SupportPage() {
  const { t, pick } = useI18n()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/support' })
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/support', search: parseQueueSearch(raw), replace: true })
  const change = (part: SearchChange) => apply({ ...search(), ...part })
  const queue = useInfiniteQuery(() => supportQueue(queueFilters(search())))
  const columns = useQueueColumns((conversation) => change({ conversation }))
  return (
    <Page title={pick(supportMenu.title)} subtitle={t('support.subtitle')}>
      <TimesStrip />
      <Card isFlush>
        <QueueFilterBar search={search()} onChange={change}>
          <SavedFilters table="support" search={{ ...keptSearch(search()) }} onApply={apply} />
          <ExportButton file={() => tableFile('support', columns(), readQueue(queueFilters(search())))} />
        </QueueFilterBar>
        <DataTable
          caption={pick(supportMenu.title)}
          columns={columns()}
          query={queue}
          empty={
            <EmptyState
              icon={<Headset size={24} aria-hidden="true" />}
              title={t('support.emptyTitle')}
              description={t('support.emptyHint')}
            />
          }
        />
      </Card>
      <Show when={search().conversation} keyed>
        {(conversationId) => (
          <ConversationDrawer conversationId={conversationId} onClose={() => change({ conversation: undefined })} />
        )}
      </Show>
    </Page>
  )
}
