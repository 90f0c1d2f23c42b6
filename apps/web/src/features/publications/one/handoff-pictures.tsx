import type { PackageMedia } from '@mozhou/platforms/platform-package'
import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import Download from 'lucide-solid/icons/download'
import { createSignal, For, Show } from 'solid-js'
import { MediaPicture } from '../package/media-pictures.tsx'
import { useI18n } from '../words.ts'
import type { Handed } from './handed.ts'
import { savePicture } from './save-picture.ts'

interface HandoffPicturesProps {
  handed: Pick<Handed, 'package' | 'mediaLinks'>
  mediaIds: readonly string[]
}

/** Pictures and the film to be put in by hand, in their order: each can be saved, or all of them. */
export function HandoffPictures(props: HandoffPicturesProps) {
  const { t, number } = useI18n()
  const [isSaving, setIsSaving] = createSignal(false)
  const media = () =>
    props.mediaIds.flatMap((id) => props.handed.package.media.find((medium) => medium.id === id) ?? [])
  const isFilm = (medium: PackageMedia) => medium.kind === 'file' && medium.fact.kind === 'video'
  const hasFilm = () => media().some(isFilm)
  const title = () => (hasFilm() ? t('publishOne.film') : t('publishOne.pictures', number(media().length)))
  const linkOf = (id: string) => props.handed.mediaLinks.find((link) => link.id === id)
  async function save(places: readonly number[]) {
    setIsSaving(true)
    let isAll = true
    for (const place of places) {
      const medium = media()[place]
      if (medium && !(await savePicture(medium, linkOf(medium.id)?.downloadUrl ?? null, place + 1))) isAll = false
    }
    setIsSaving(false)
    if (!isAll) toastError({ title: t('publishOne.notSaved') })
  }
  return (
    <Show when={media().length > 0}>
      <section aria-label={title()}>
        <div class="mb-2 flex flex-wrap items-center justify-between gap-2">
          <div>
            <h3 class="text-sm font-medium">{title()}</h3>
            <p class="text-xs text-ink-3">{t(hasFilm() ? 'publishOne.savedFilmHint' : 'publishOne.savedHint')}</p>
          </div>
          <Button
            size="lg"
            icon={<Download size={16} aria-hidden="true" />}
            isPending={isSaving()}
            onClick={() => void save(media().map((_, place) => place))}
          >
            {t('publishOne.saveAll')}
          </Button>
        </div>
        <ol class="grid grid-cols-3 gap-2 sm:grid-cols-4">
          <For each={media()}>
            {(medium, place) => (
              <li class="relative overflow-clip rounded-md border border-line">
                <MediaPicture
                  medium={medium}
                  pictureUrl={(id) => linkOf(id)?.url ?? null}
                  class="aspect-3/4 w-full object-cover"
                />
                <button
                  type="button"
                  aria-label={t('publishOne.savePicture', number(place() + 1))}
                  class="absolute right-1 flex size-9 items-center justify-center rounded-full border border-line bg-surface text-ink"
                  classList={{ 'top-1': isFilm(medium), 'bottom-1': !isFilm(medium) }}
                  onClick={() => void save([place()])}
                >
                  <Download size={16} aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}
