import { useCrumb } from '@mozhou/ui/app/crumb'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useLoaderData, useParams } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../../i18n/i18n.ts'
import { creationById } from '../works/queries.ts'
import { TrashNotice } from '../works/trash-notice.tsx'

/** A creation from the library, as its kind shows it. */
export function CreationPage() {
  const { t } = useI18n()
  const params = useParams({ from: '/app/creations/$creationId' })
  const data = useLoaderData({ from: '/app/creations/$creationId' })
  const creation = useQuery(() => creationById(params().creationId))
  const title = () => (creation.data?.title ?? '') || t('creations.untitled')
  useCrumb(title)
  return (
    <Page title={title()} isTitleHidden>
      <Show when={params().creationId} keyed>
        <Loaded query={creation}>
          {(loaded) => (
            <>
              <TrashNotice creation={loaded()} />
              <Dynamic component={data().View} creation={loaded()} />
            </>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}
