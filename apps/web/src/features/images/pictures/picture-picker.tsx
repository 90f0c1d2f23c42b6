import type { FileDto } from '@mozhou/contracts/files/answers'
import { pictureTypes } from '@mozhou/contracts/files/kinds'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { For, Show } from 'solid-js'
import { UploadOne } from '../../files/upload-one.tsx'
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
        <UploadOne
          says={t('images.picker.upload')}
          accepts={pictureTypes}
          onTaken={(file) => chooseFile(file, props.onChoose)}
        />
        <Pictures onChoose={(file) => chooseFile(file, props.onChoose)} />
      </div>
    </Dialog>
  )
}

function chooseFile(file: FileDto, onChoose: (picture: ChosenPicture) => void): void {
  const { id: fileId, width, height, thumbnails } = file
  if (width !== null && height !== null && thumbnails) onChoose({ fileId, width, height, cardUrl: thumbnails.card })
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
