import type { WorkPartDto } from '@mozhou/contracts/images/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { workParts, worksForPictures } from '../queries.ts'

export interface WorkPlace {
  creationId: string
  title: string
  part: WorkPartDto
}

interface WorkPlaceDialogProps {
  isOpen: boolean
  onClose: () => void
  onChoose: (place: WorkPlace) => void
  isPending?: boolean
  refusal?: Error | null
}

/** A work, and then the place in it that a picture is for. */
export function WorkPlaceDialog(props: WorkPlaceDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={t('images.places.title')}
      description={t('images.places.hint')}
    >
      <Steps {...props} />
    </Dialog>
  )
}

interface Work {
  id: string
  title: string
}

function Steps(props: WorkPlaceDialogProps) {
  const { t } = useI18n()
  const [work, setWork] = createSignal<Work | null>(null)
  return (
    <div class="flex flex-col gap-3">
      <Refusal error={props.refusal} />
      <Show when={work()} keyed fallback={<Works onChoose={setWork} />}>
        {(chosen) => (
          <>
            <div class="flex items-center gap-2">
              <Button
                size="sm"
                variant="ghost"
                icon={<ArrowLeft size={15} aria-hidden="true" />}
                onClick={() => setWork(null)}
              >
                {t('images.places.back')}
              </Button>
              <span class="min-w-0 truncate text-sm font-medium">{chosen.title}</span>
            </div>
            <Parts
              creationId={chosen.id}
              isPending={props.isPending ?? false}
              onChoose={(part) => props.onChoose({ creationId: chosen.id, title: chosen.title, part })}
            />
          </>
        )}
      </Show>
    </div>
  )
}

function Works(props: { onChoose: (work: Work) => void }) {
  const { t, pick, time } = useI18n()
  const [search, setSearch] = createSignal('')
  const [asked, setAsked] = createSignal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const works = useQuery(() => worksForPictures(asked()))
  return (
    <>
      <TextInput
        aria-label={t('images.places.search')}
        placeholder={t('images.places.search')}
        maxLength={100}
        value={search()}
        onValueChange={(text) => {
          setSearch(text)
          clearTimeout(timer)
          timer = setTimeout(() => setAsked(text.trim()), 350)
        }}
      />
      <Loaded query={works}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={<EmptyState title={t('images.places.noWorks')} description={t('images.places.noWorksHint')} />}
          >
            <ul aria-label={t('images.places.works')} class="divide-y divide-line">
              <For each={page().items}>
                {(work) => (
                  <li>
                    <button
                      type="button"
                      class="flex w-full items-center justify-between gap-3 rounded-sm px-2 py-2.5 text-left text-sm -outline-offset-2 hover:bg-sunken"
                      onClick={() => props.onChoose({ id: work.id, title: work.title || t('creations.untitled') })}
                    >
                      <span class="min-w-0 truncate font-medium">{work.title || t('creations.untitled')}</span>
                      <span class="shrink-0 text-xs text-ink-3">
                        {pick(work.toolTitle)} · {time(work.updatedAt)}
                      </span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Parts(props: { creationId: string; isPending: boolean; onChoose: (part: WorkPartDto) => void }) {
  const { t } = useI18n()
  const parts = useQuery(() => workParts(props.creationId))
  return (
    <Loaded query={parts}>
      {(list) => (
        <Show when={list().length > 0} fallback={<EmptyState title={t('images.places.noParts')} />}>
          <ul aria-label={t('images.places.parts')} class="flex flex-col gap-2">
            <For each={list()}>
              {(part) => (
                <li class="flex items-center gap-3 rounded-md border border-line px-3 py-2.5">
                  <span class="min-w-0 flex-1">
                    <span class="flex items-center gap-2 text-sm font-medium">
                      <Badge>{t(`images.places.roles.${part.role}`)}</Badge>
                      <span class="truncate">{part.title}</span>
                    </span>
                    <span class="block truncate text-xs text-ink-3">{part.excerpt}</span>
                  </span>
                  <Button size="sm" isPending={props.isPending} onClick={() => props.onChoose(part)}>
                    {t('images.places.choose')}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      )}
    </Loaded>
  )
}
