import type { FileDto } from '@mozhou/contracts/files/answers'
import { videoTypes } from '@mozhou/contracts/files/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { useQueryClient } from '@tanstack/solid-query'
import Upload from 'lucide-solid/icons/upload'
import { For, Show } from 'solid-js'
import { api } from '../../../api.ts'
import { filesKey } from '../../files/queries.ts'
import { giveUpUpload, sendUpload } from '../../files/send-upload.ts'
import { UploadLine } from '../../files/upload-line.tsx'
import { createUploads } from '../../files/uploads.ts'
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
        <UploadOne onTaken={(file) => props.onChoose(filmOfFile(file))} />
        <Films {...props} />
      </div>
    </Dialog>
  )
}

/** On its way, in parts where it is large, and then chosen. */
function UploadOne(props: { onTaken: (file: FileDto) => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const uploads = createUploads({
    send: sendUpload,
    giveUp: giveUpUpload,
    renewSession: () => api.auth.me.query(),
    onTaken(file) {
      void client.invalidateQueries({ queryKey: filesKey })
      if (file.kind === 'video') props.onTaken(file)
    },
  })
  return (
    <div class="flex flex-wrap items-center gap-3">
      <label class={buttonClass({}, 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent')}>
        <Upload size={16} aria-hidden="true" />
        {t('publishCompose.uploadFilm')}
        <input
          type="file"
          class="sr-only"
          accept={videoTypes.join(',')}
          onChange={(event) => {
            uploads.add(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <Show when={uploads.rows.length > 0}>
        <ul class="flex basis-full flex-col gap-3">
          <For each={uploads.rows}>{(row) => <UploadLine row={row} uploads={uploads} />}</For>
        </ul>
      </Show>
    </div>
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
