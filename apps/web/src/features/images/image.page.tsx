import { useQuery } from '@mozhou/ui/api/use-query'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useNavigate, useParams, useSearch } from '@tanstack/solid-router'
import { Show, untrack } from 'solid-js'
import { TrashNotice } from '../works/trash-notice.tsx'
import { formOfWork } from './form/form-of-work.ts'
import { imageCreation } from './queries.ts'
import { ImageStudio } from './studio.tsx'
import { useI18n } from './words.ts'

/** A work of pictures: what it was made from, its pictures, and all that was made of them. */
export function ImagePage() {
  const params = useParams({ from: '/app/images/$creationId' })
  return (
    <Show when={params().creationId} keyed>
      {(creationId) => <OpenWork creationId={creationId} />}
    </Show>
  )
}

/** One for each work, so that a form is never filled from another. */
function OpenWork(props: { creationId: string }) {
  const { t } = useI18n()
  const search = useSearch({ from: '/app/images/$creationId' })
  const navigate = useNavigate()
  const work = useQuery(() => imageCreation(props.creationId))
  const title = () => (work.data?.creation.title ?? '') || t('creations.untitled')
  useCrumb(title)
  const open = (creationId: string, generation: string | null) =>
    void navigate({
      to: '/images/$creationId',
      params: { creationId },
      search: generation === null ? {} : { generation },
      replace: creationId === props.creationId,
    })
  return (
    <Page title={title()} isTitleHidden>
      <Loaded query={work}>
        {(loaded) => (
          <>
            <TrashNotice creation={loaded()} />
            {/* The form is filled once: a work that is read again, as at its end, leaves it as it stands. */}
            <ImageStudio
              creationId={props.creationId}
              generationId={search().generation ?? null}
              initial={untrack(() => formOfWork(loaded()))}
              onWork={open}
              onNew={() => void navigate({ to: '/images' })}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}
