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
  const { t } = useI18n()
  const params = useParams({ from: '/app/images/$creationId' })
  const search = useSearch({ from: '/app/images/$creationId' })
  const navigate = useNavigate()
  const work = useQuery(() => imageCreation(params().creationId))
  const title = () => (work.data?.creation.title ?? '') || t('creations.untitled')
  useCrumb(title)
  const open = (creationId: string, generation: string | null) =>
    void navigate({
      to: '/images/$creationId',
      params: { creationId },
      search: generation === null ? {} : { generation },
      replace: creationId === params().creationId,
    })
  return (
    <Page title={title()} isTitleHidden>
      <Show when={params().creationId} keyed>
        {(creationId) => (
          <Loaded query={work}>
            {(loaded) => (
              <>
                <TrashNotice creation={loaded()} />
                {/* The form is filled once: a work that is read again, as at its end, leaves it as it stands. */}
                <ImageStudio
                  creationId={creationId}
                  generationId={search().generation ?? null}
                  initial={untrack(() => formOfWork(loaded()))}
                  onWork={open}
                  onNew={() => void navigate({ to: '/images' })}
                />
              </>
            )}
          </Loaded>
        )}
      </Show>
    </Page>
  )
}
