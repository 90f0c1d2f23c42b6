import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { PlatformMark } from '../platform-mark.tsx'
import { myPublications } from '../queries.ts'
import { useI18n } from '../words.ts'

/** Drafts of this work that were begun before: they are gone on with, not begun anew. */
export function OtherDrafts(props: { creationId: string }) {
  const { t } = useI18n()
  const drafts = useInfiniteQuery(() => myPublications({ creationId: props.creationId, group: 'drafts' }))
  const rows = () => drafts.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Show when={rows().length > 0}>
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-sunken px-3 py-2 text-xs">
        <span class="text-ink-2">{t('publish.groupOf.drafts')}</span>
        <For each={rows()}>
          {(row) => (
            <Link to="/publish/new" search={{ publication: row.id }} class="text-accent-text hover:underline">
              <PlatformMark platform={row.platform} account={row.account.name} />
            </Link>
          )}
        </For>
      </p>
    </Show>
  )
}
