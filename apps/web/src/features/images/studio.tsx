import { toShownError } from '@mozhou/ui/wire/wire-error'
import { createSignal, Show, untrack } from 'solid-js'
import type { ChosenPicture } from './chosen-picture.ts'
import { useLibraryActions } from '../creations/use-library-actions.ts'
import { createImageForm } from './form/form-state.ts'
import { ImageFormCard } from './form/image-form-card.tsx'
import type { ImageForm } from './form/image-form.ts'
import { picturesAsked } from './form/image-form.ts'
import { chosenImageModelId } from './form/image-model-picker.tsx'
import { useImageCost } from './form/use-image-cost.ts'
import { followShown } from './form/follow-shown.ts'
import { shapeAsked } from './form/shape-asked.ts'
import type { Tiles } from './form/shape-asked.ts'
import { toRequest } from './form/to-request.ts'
import type { ImageRequest } from './form/to-request.ts'
import { RecentPictures } from './pictures/recent-pictures.tsx'
import { ResultPanel } from './result/result-panel.tsx'
import type { ImageStudioContext, StartedHere } from './studio-context.ts'
import { useStartImage } from './use-start-image.ts'

/** A run that began in another page of the studio, with the form that it began from. */
interface Handed {
  started: StartedHere
  form: ImageForm
}
let handed: Handed | null = null

interface ImageStudioProps {
  creationId: string | null
  generationId: string | null
  /** What the form begins with. */
  initial: Partial<ImageForm>
  /** A work was begun, or the open one goes on. */
  onWork: (creationId: string, generationId: string | null) => void
  onNew: () => void
}

/** The form on the left, the pictures on the right. */
export function ImageStudio(props: ImageStudioProps) {
  const begun = untrack(() => takeHanded(props.creationId))
  const form = untrack(() => createImageForm(begun?.form ?? props.initial, props.creationId === null))
  const [started, setStarted] = createSignal<StartedHere | null>(begun?.started ?? null)
  const [isMaking, setIsMaking] = createSignal(false)
  let formPlace: HTMLDivElement | undefined
  let result: HTMLDivElement | undefined

  const start = useStartImage((answer, request) => {
    if (answer.kind === 'enlarged') return props.onWork(answer.enlarged.creationId, null)
    const run = { ...answer.started, startedAt: Date.now(), tiles: tilesOf(request, form.values()) }
    if (request.kind !== 'regenerate') form.forgetDraft()
    if (run.creationId === props.creationId) setStarted(run)
    else handed = { started: run, form: form.values() }
    props.onWork(run.creationId, run.generationId)
    // On narrow screens the pictures stand above the form from now on.
    queueMicrotask(() => result?.scrollIntoView({ block: 'nearest' }))
  })

  const [shown, setShown] = createSignal<ChosenPicture | null>(null)
  followShown(form, shown)
  const cost = useImageCost()
  const { remove } = useLibraryActions()
  const context: ImageStudioContext = {
    form,
    start,
    started,
    setStarted,
    isMaking,
    setIsMaking,
    setShown,
    // From here, and not from the button: that goes as soon as the work is read as one in the trash.
    removeWork: (creationId) =>
      remove.mutate([creationId], {
        onSuccess: ({ changedIds }) => {
          if (changedIds.length > 0) props.onNew()
        },
      }),
    workOn(picture, change) {
      // What it was made from is another thing than what is to become of it.
      form.reset({ ...form.values(), prompt: '', mask: null, work: null, ...change, picture })
      formPlace?.scrollIntoView({ block: 'start' })
      formPlace?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true })
    },
  }

  function submit() {
    if (isMaking()) return
    const values = form.values()
    start.press(toRequest(values, chosenImageModelId(), cost.most(values)), {
      onError: (cause) => form.showIssues(toShownError(cause).fields),
    })
  }

  return (
    <div class="grid items-start gap-5 lg:grid-cols-[minmax(20rem,24rem)_minmax(0,1fr)]">
      <div ref={(element) => (formPlace = element)} class="min-w-0 scroll-mt-18">
        <ImageFormCard
          context={context}
          isOpenWork={props.creationId !== null}
          onSubmit={submit}
          onNew={() => props.onNew()}
        />
      </div>
      <div
        ref={(element) => (result = element)}
        class={`min-w-0 scroll-mt-18 ${props.creationId === null ? '' : 'max-lg:order-first'}`}
      >
        <Show when={props.creationId} fallback={<RecentPictures />}>
          {(creationId) => (
            <ResultPanel context={context} creationId={creationId()} generationId={props.generationId} />
          )}
        </Show>
      </div>
    </div>
  )
}

function tilesOf(request: ImageRequest, form: ImageForm): Tiles {
  if (request.kind === 'regenerate') return request.tiles
  return { count: picturesAsked(form), shape: shapeAsked(form.picture, form.size) }
}

function takeHanded(creationId: string | null): Handed | null {
  const taken = handed?.started.creationId === creationId ? handed : null
  handed = null
  return taken
}
