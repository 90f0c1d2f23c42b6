import { Page } from '@mozhou/ui/app/page.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useLoaderData, useNavigate, useParams } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { Studio } from '../writing/studio.tsx'
import { creationById } from '../works/queries.ts'

/** A creation from the library, in the studio it was written in. */
export function CreationPage() {
  const { t } = useI18n()
  const params = useParams({ from: '/app/creations/$creationId' })
  const data = useLoaderData({ from: '/app/creations/$creationId' })
  const navigate = useNavigate()
  const creation = useQuery(() => creationById(params().creationId))
  const title = () => (creation.data?.title ?? '') || t('creations.untitled')
  useCrumb(title)
  const toStudio = (search: { creation?: string; generation?: string }) =>
    void navigate({ to: '/writing/$tool', params: { tool: data().tool.key }, search })
  return (
    <Page title={title()} isTitleHidden>
      <Show when={params().creationId} keyed>
        {(creationId) => (
          <Loaded query={creation}>
            {(loaded) => (
              <Studio
                tool={data().tool}
                input={loaded().input}
                creationId={creationId}
                generationId={null}
                onStarted={(started) => {
                  if (started.creationId !== creationId)
                    toStudio({ creation: started.creationId, generation: started.generationId })
                }}
                onNew={() => toStudio({})}
              />
            )}
          </Loaded>
        )}
      </Show>
    </Page>
  )
}
