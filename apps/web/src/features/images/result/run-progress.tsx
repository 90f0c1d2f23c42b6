import type { ImageRunDto } from '@mozhou/contracts/images/answers'
import type { Coverage } from '@mozhou/contracts/generations/kinds'
import type { PictureState } from '@mozhou/contracts/models/image-kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Spinner } from '@mozhou/ui/components/spinner.tsx'
import type { Stage } from '@mozhou/ui/components/stage-list.tsx'
import { StageList } from '@mozhou/ui/components/stage-list.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import CircleSlash from 'lucide-solid/icons/circle-slash'
import Square from 'lucide-solid/icons/square'
import { Index, Show } from 'solid-js'
import { api } from '../../../api.ts'
import { Elapsed } from '../../works/elapsed.tsx'
import { shapeAsked } from '../form/shape-asked.ts'
import type { StartedHere } from '../studio-context.ts'
import { useI18n } from '../words.ts'

interface RunProgressProps {
  generationId: string
  /** As last read; another run's until this one's has been read. */
  run: ImageRunDto | null
  started: StartedHere | null
  isReconnecting: boolean
}

/** Pictures while they are made: stages, elapsed time, a place for each, and a way to stop that says what stopping costs. */
export function RunProgress(props: RunProgressProps) {
  const { t } = useI18n()
  const run = () => (props.run?.generation.id === props.generationId ? props.run : null)
  const own = () => (props.started?.generationId === props.generationId ? props.started : null)
  const coveredBy = (): Coverage => run()?.generation.coveredBy ?? own()?.coveredBy ?? 'credits'
  const startedAt = () => own()?.startedAt ?? Date.parse(run()?.generation.createdAt ?? new Date().toISOString())
  const stages = useStages(run, () => ({ coveredBy: coveredBy(), isCharged: own()?.outcome === 'accepted' }))
  const tiles = () => {
    const pictures = run()?.pictures ?? []
    if (pictures.length > 0) return pictures
    return Array.from({ length: own()?.tiles.count ?? 1 }, (_, at) => waitingTile(at + 1))
  }
  const shape = () => {
    const form = run()?.form
    return form ? shapeAsked(form.source, form.size) : (own()?.tiles.shape ?? 1)
  }
  // As high as they are shown when they are done, so that nothing jumps then.
  const columns = () =>
    tiles().length === 1 ? `minmax(0, calc(56dvh * ${shape()}))` : `repeat(2, minmax(0, calc(44dvh * ${shape()})))`
  return (
    <div>
      <div class="border-b border-line px-4 py-3 sm:px-6">
        <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div aria-live="polite" class="min-w-0">
            <StageList label={t('images.result.stages')} stages={stages()} />
          </div>
          <div class="flex items-center gap-3">
            <Elapsed since={startedAt()} />
            <StopButton generationId={props.generationId} isRequested={run()?.generation.isStopRequested ?? false} />
          </div>
        </div>
        <p class="mt-2 text-xs text-ink-3">
          {t(coveredBy() === 'credits' ? 'images.result.stopRule' : 'images.result.stopRuleFree')}
        </p>
      </div>
      <Show when={props.isReconnecting}>
        <div class="px-4 pt-4 sm:px-6">
          <Notice tone="warning">{t('images.result.reconnecting')}</Notice>
        </div>
      </Show>
      <ul class="grid justify-center gap-3 p-4 sm:gap-4 sm:p-6" style={{ 'grid-template-columns': columns() }}>
        <Index each={tiles()}>{(tile) => <PictureTile tile={tile()} shape={shape()} />}</Index>
      </ul>
    </div>
  )
}

const lostStates = ['refused', 'failed'] as const

type Tile = ImageRunDto['pictures'][number]

function waitingTile(place: number): Tile {
  return { place, state: 'waiting', picture: null, failure: null }
}

function PictureTile(props: { tile: Tile; shape: number }) {
  const { t, number } = useI18n()
  const lost = () => lostStates.find((state) => state === props.tile.state) ?? null
  return (
    <li class="relative grid min-h-32 place-items-center overflow-clip rounded-md border border-line bg-sunken text-center *:[grid-area:1/1]">
      <span aria-hidden="true" class="w-full" style={{ 'aspect-ratio': props.shape }} />
      <Show
        when={props.tile.picture?.urls}
        fallback={
          <div class="flex flex-col items-center gap-2 px-4 text-sm text-ink-2">
            <TileMark state={props.tile.state} />
            <span class="font-medium">{t(`images.result.states.${props.tile.state}`)}</span>
            <Show when={lost()}>
              {(state) => <span class="max-w-64 text-xs text-ink-2">{t(`images.result.lost.${state()}`)}</span>}
            </Show>
          </div>
        }
      >
        {(urls) => (
          <img
            src={urls().card}
            alt={t('images.result.place', number(props.tile.place))}
            class="chequered absolute inset-0 m-auto max-h-full max-w-full animate-enter"
          />
        )}
      </Show>
      <span class="absolute top-2 left-2 rounded-full bg-surface/90 px-2 py-0.5 text-xs text-ink-2">
        {t('images.result.place', number(props.tile.place))}
      </span>
    </li>
  )
}

function TileMark(props: { state: PictureState }) {
  const isLost = () => lostStates.some((state) => state === props.state)
  return (
    <Show when={isLost()} fallback={<Spinner class={props.state === 'making' ? 'text-accent' : 'text-ink-3'} />}>
      <CircleSlash size={20} class="text-warning" aria-hidden="true" />
    </Show>
  )
}

interface Charge {
  coveredBy: Coverage
  isCharged: boolean
}

function useStages(run: () => ImageRunDto | null, charge: () => Charge): () => Stage[] {
  const { t, number } = useI18n()
  const chargeLabel = () => {
    const generation = run()?.generation
    if (charge().coveredBy !== 'credits') return t('writing.coveredByMembership')
    return generation ? t('writing.charged', number(generation.priceCredits)) : null
  }
  return () => {
    const now = run()
    const isCharged = charge().isCharged || (now !== null && now.generation.status !== 'requested')
    const step = now?.step ?? 'waiting'
    const pictures = now?.pictures ?? []
    const made = pictures.filter(({ state }) => state === 'made').length
    const label = chargeLabel()
    const isHelped = now?.form.helpsPrompt === true
    return [
      { label: t('images.result.queued'), state: isCharged ? 'done' : 'now' },
      ...(label === null ? [] : [{ label, state: isCharged ? 'done' : 'notYet' } as const]),
      ...(isHelped ? [{ label: t('images.result.writingPrompt'), state: promptState(step) } as const] : []),
      {
        label: t('images.result.making', number(made), number(Math.max(pictures.length, now?.form.count ?? 1))),
        state: step === 'done' ? 'done' : isCharged && (!isHelped || step === 'pictures') ? 'now' : 'notYet',
      },
      {
        label: t(step === 'done' ? 'images.result.saving' : 'writing.finished'),
        state: step === 'done' ? 'now' : 'notYet',
      },
    ]
  }
}

function promptState(step: ImageRunDto['step']): Stage['state'] {
  if (step === 'waiting') return 'notYet'
  return step === 'prompt' ? 'now' : 'done'
}

function StopButton(props: { generationId: string; isRequested: boolean }) {
  const { t, error } = useI18n()
  const stop = useMutation(() => ({
    mutationFn: (generationId: string) => api.images.stop.mutate({ generationId }),
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  const isStopping = () => stop.isPending || stop.isSuccess || props.isRequested
  return (
    <Button
      size="sm"
      isPending={isStopping()}
      icon={<Square size={13} aria-hidden="true" />}
      onClick={() => stop.mutate(props.generationId)}
    >
      {t(isStopping() ? 'images.result.stopping' : 'images.result.stop')}
    </Button>
  )
}
