import { Page } from '@mozhou/ui/app/page.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import type { ImagesSearch } from './images-search.ts'
import { formOfSearch } from './form/form-of-search.ts'
import { ImageStudio } from './studio.tsx'
import { useI18n } from './words.ts'

/** A fresh form, and what was made before. */
export function ImagesPage() {
  const { t } = useI18n()
  const search = useSearch({ from: '/app/images' })
  const navigate = useNavigate()
  const studio = (wanted: ImagesSearch) => (
    <ImageStudio
      creationId={null}
      generationId={null}
      initial={formOfSearch(wanted)}
      onWork={(creationId, generation) =>
        void navigate({
          to: '/images/$creationId',
          params: { creationId },
          search: generation === null ? {} : { generation },
        })
      }
      onNew={() => void navigate({ to: '/images' })}
    />
  )
  return (
    <Page title={t('images.title')} subtitle={t('images.subtitle')}>
      {/* Another place to make a picture for is another form. */}
      <Show when={search()} keyed>
        {studio}
      </Show>
    </Page>
  )
}
