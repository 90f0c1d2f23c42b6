import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { myPictures } from '../queries.ts'
import { useI18n } from '../words.ts'

const mostPictures = 35

interface PictureDialogProps {
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
  onClose: () => void
}

/** The person's own pictures, in the order in which they are pressed. */
export function PictureDialog(props: PictureDialogProps) {
  const { t, number } = useI18n()
  const files = useInfiniteQuery(() => myPictures())
  const placeOf = (id: string) => props.chosen.indexOf(id) + 1
  const press = (id: string) => {
    if (placeOf(id) > 0) props.onChoose(props.chosen.filter((other) => other !== id))
    else if (props.chosen.length < mostPictures) props.onChoose([...props.chosen, id])
  }
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={() => props.onClose()}
      title={t('publishCompose.pictures')}
      description={t('publishCompose.picturesHint')}
      footer={
        <Button variant="primary" onClick={() => props.onClose()}>
          {t('publishCompose.done')}
        </Button>
      }
    >
      <Loaded query={files}>
        {(data) => {
          const pictures = () =>
            data()
              .pages.flatMap(({ items }) => items)
              .filter(({ kind }) => kind === 'picture')
          return (
            <Show when={pictures().length > 0} fallback={<NoPictures />}>
              <ul class="grid grid-cols-3 gap-2 sm:grid-cols-5">
                <For each={pictures()}>
                  {(file) => (
                    <li>
                      <button
                        type="button"
                        aria-pressed={placeOf(file.id) > 0}
                        aria-label={file.name}
                        class="relative block aspect-square w-full overflow-clip rounded-md border border-line bg-sunken aria-pressed:border-accent aria-pressed:ring-2 aria-pressed:ring-accent"
                        onClick={() => press(file.id)}
                      >
                        <img src={file.thumbnails?.card} alt="" loading="lazy" class="size-full object-cover" />
                        <Show when={placeOf(file.id) > 0}>
                          <span class="absolute top-1 right-1 flex size-5 items-center justify-center rounded-full bg-accent text-xs text-on-accent">
                            {number(placeOf(file.id))}
                          </span>
                        </Show>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={files.hasNextPage}>
                <Button class="mt-3" isPending={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
                  {t('ui.loadMore')}
                </Button>
              </Show>
            </Show>
          )
        }}
      </Loaded>
    </Dialog>
  )
}

function NoPictures() {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('publishCompose.noPictures')}
      action={
        <Link to="/settings/files" class={buttonClass({})}>
          {t('publishCompose.toFiles')}
        </Link>
      }
    />
  )
}
