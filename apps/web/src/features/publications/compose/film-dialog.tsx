import type { FileDto } from '@mozhou/contracts/files/answers'
import { videoTypes } from '@mozhou/contracts/files/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { For, Show } from 'solid-js'
import { UploadOne } from '../../files/upload-one.tsx'
import { myFilms } from '../queries.ts'
import { useI18n } from '../words.ts'
import { filmOfFile, playingTime } from './chosen-film.ts'
import type { ChosenFilm } from './chosen-film.ts'

interface FilmDialogProps {
  chosen: string | null
  onChoose: (film: ChosenFilm) => void
  onClose: () => void
}

/** One of the person's films, or one that is uploaded for it. */
export function FilmDialog(props: FilmDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={() => props.onClose()}
      title={t('publishCompose.chooseFilm')}
      description={t('publishCompose.filmTypes')}
    >
      <div class="flex flex-col gap-4">
        <UploadOne
          says={t('publishCompose.uploadFilm')}
          accepts={videoTypes}
          onTaken={(file) => file.kind === 'video' && props.onChoose(filmOfFile(file))}
        />
        <Films {...props} />
      </div>
    </Dialog>
  )
}

function Films(props: FilmDialogProps) {
  const { t } = useI18n()
  const films = useInfiniteQuery(() => myFilms())
  return (
    <Loaded query={films}>
      {(found) => {
        const files = () => found().pages.flatMap(({ items }) => items)
        return (
          <Show when={files().length > 0} fallback={<EmptyState title={t('publishCompose.noFilms')} />}>
            <ul class="divide-y divide-line rounded-md border border-line">
              <For each={files()}>
                {(file) => <FilmRow file={file} isChosen={file.id === props.chosen} onChoose={props.onChoose} />}
              </For>
            </ul>
            <Show when={films.hasNextPage}>
              <Button isPending={films.isFetchingNextPage} onClick={() => void films.fetchNextPage()}>
                {t('ui.loadMore')}
              </Button>
            </Show>
          </Show>
        )
      }}
    </Loaded>
  )
}

interface FilmRowProps {
  file: FileDto
  isChosen: boolean
  onChoose: (film: ChosenFilm) => void
}

function FilmRow(props: FilmRowProps) {
  const { number } = useI18n()
  const facts = () => {
    const { bytes, width, height, seconds } = props.file
    const size = width === null || height === null ? [] : [`${width}×${height}`]
    const length = seconds === null ? [] : [playingTime(seconds)]
    return [...length, ...size, formatBytes(bytes, number)].join(' · ')
  }
  return (
    <li>
      <button
        type="button"
        aria-pressed={props.isChosen}
        class="flex w-full flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-2.5 text-left hover:bg-sunken aria-pressed:bg-accent-soft"
        onClick={() => props.onChoose(filmOfFile(props.file))}
      >
        <span class="min-w-0 flex-1 text-sm wrap-anywhere">{props.file.name}</span>
        <span class="text-xs text-ink-3">{facts()}</span>
      </button>
    </li>
  )
}
