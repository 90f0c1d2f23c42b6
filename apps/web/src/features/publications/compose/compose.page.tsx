import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link, useSearch } from '@tanstack/solid-router'
import { Match, Show, Switch } from 'solid-js'
import { publicationById } from '../queries.ts'
import { useI18n } from '../words.ts'
import { ComposeWork } from './compose-work.tsx'
import { WorkPicker } from './work-picker.tsx'

/** A work is chosen, made ready for each account, and published or planned; or one that is planned is changed. */
export function ComposePage() {
  const { t } = useI18n()
  const search = useSearch({ from: '/app/publish/new' })
  return (
    <Page
      title={t(search().publication ? 'publishCompose.editTitle' : 'publishCompose.title')}
      subtitle={t('publish.subtitle')}
      aside={
        <Link to="/publish" class={buttonClass({})}>
          {t('publish.toList')}
        </Link>
      }
    >
      <Switch fallback={<WorkPicker />}>
        <Match when={search().publication} keyed>
          {(publicationId) => <ComposeStored publicationId={publicationId} />}
        </Match>
        <Match when={search().work} keyed>
          {(creationId) => <ComposeWork creationId={creationId} versionId={search().version} />}
        </Match>
      </Switch>
    </Page>
  )
}

function ComposeStored(props: { publicationId: string }) {
  // Read once: what is being changed here must not be changed by a reading.
  const stored = useQuery(() => ({ ...publicationById(props.publicationId), refetchInterval: false as const }))
  return (
    <Loaded query={stored}>
      {(publication) => (
        <Show when={publication().id} keyed>
          <ComposeWork
            creationId={publication().creationId}
            versionId={publication().versionId}
            publication={publication()}
          />
        </Show>
      )}
    </Loaded>
  )
}
