import type { FileDto } from '@mozhou/contracts/files/answers'
import { pictureTypes } from '@mozhou/contracts/files/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import Upload from 'lucide-solid/icons/upload'
import { For, Show } from 'solid-js'
import { api } from '../../../api.ts'
import { filesKey } from '../../files/queries.ts'
import { giveUpUpload, sendUpload } from '../../files/send-upload.ts'
import { UploadLine } from '../../files/upload-line.tsx'
import { createUploads } from '../../files/uploads.ts'
import type { ChosenPicture } from '../chosen-picture.ts'
import { myPictures } from '../queries.ts'
import { useI18n } from '../words.ts'

interface PicturePickerProps {
  isOpen: boolean
  onClose: () => void
  onChoose: (picture: ChosenPicture) => void
}

/** One of the person's pictures, or one that is uploaded for it. */
export function PicturePicker(props: PicturePickerProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      size="lg"
      title={t('images.picker.title')}
      description={t('images.picker.hint')}
    >
      <div class="flex flex-col gap-4">
        <UploadOne onTaken={(file) => chooseFile(file, props.onChoose)} />
        <Pictures onChoose={(file) => chooseFile(file, props.onChoose)} />
      </div>
    </Dialog>
  )
}

function chooseFile(file: FileDto, onChoose: (picture: ChosenPicture) => void): void {
  const { id: fileId, width, height, thumbnails } = file
  if (width !== null && height !== null && thumbnails) onChoose({ fileId, width, height, cardUrl: thumbnails.card })
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
      props.onTaken(file)
    },
  })
  return (
    <div class="flex flex-wrap items-center gap-3">
      <label class={buttonClass({}, 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent')}>
        <Upload size={16} aria-hidden="true" />
        {t('images.picker.upload')}
        <input
          type="file"
          class="sr-only"
          accept={pictureTypes.join(',')}
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

function Pictures(props: { onChoose: (file: FileDto) => void }) {
  const { t } = useI18n()
  const pictures = useInfiniteQuery(() => myPictures())
  return (
    <Loaded query={pictures}>
      {(found) => {
        const files = () => found().pages.flatMap(({ items }) => items)
        return (
          <Show
            when={files().length > 0}
            fallback={<EmptyState title={t('images.picker.empty')} description={t('images.picker.emptyHint')} />}
          >
            <ul class="grid grid-cols-3 gap-2 sm:grid-cols-5">
              <For each={files()}>
                {(file) => (
                  <li>
                    <button
                      type="button"
                      aria-label={t('images.picker.choose', file.name)}
                      title={file.name}
                      class="block aspect-square w-full overflow-clip rounded-md border border-line bg-sunken hover:border-accent"
                      onClick={() => props.onChoose(file)}
                    >
                      <img src={file.thumbnails?.card} alt="" loading="lazy" class="chequered size-full object-cover" />
                    </button>
                  </li>
                )}
              </For>
            </ul>
            <Show when={pictures.hasNextPage}>
              <div class="text-center">
                <Button isPending={pictures.isFetchingNextPage} onClick={() => void pictures.fetchNextPage()}>
                  {t('images.loadMore')}
                </Button>
              </div>
            </Show>
          </Show>
        )
      }}
    </Loaded>
  )
}
