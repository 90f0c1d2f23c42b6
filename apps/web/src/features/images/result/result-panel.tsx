import type { ImageCreationDto } from '@mozhou/contracts/images/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ErrorState } from '@mozhou/ui/components/error-state.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { SkeletonLines } from '@mozhou/ui/components/skeleton.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, Match, on, onCleanup, Switch } from 'solid-js'
import { creditsKey } from '../../../session/queries.ts'
import { filesKey } from '../../files/queries.ts'
import { activeGenerationId } from '../../works/active-generation.ts'
import { creationsKey, isRunning } from '../../works/queries.ts'
import { watchGeneration } from '../../works/watch-generation.ts'
import { imageCreation } from '../queries.ts'
import type { ImageStudioContext } from '../studio-context.ts'
import { RunProgress } from './run-progress.tsx'

const FinishedPictures = lazyPart(() => import('./finished-pictures.tsx').then((module) => module.FinishedPictures))

const readAgainMs = 100

interface ResultPanelProps {
  context: ImageStudioContext
  creationId: string
  /** From the address; lets the stream begin before the work is read. */
  generationId: string | null
}

/** Being made, or what became of it. */
export function ResultPanel(props: ResultPanelProps) {
  const client = useQueryClient()
  const work = useQuery(() => ({
    ...imageCreation(props.creationId),
    // The stream says when something is known; where it was lost, this notices.
    refetchInterval: (query: { state: { data: ImageCreationDto | undefined } }) =>
      isUnsettled(query.state.data) ? 5_000 : (false as const),
  }))
  const stored = () => work.data ?? null
  const activeId = createMemo(() => {
    const loaded = stored()
    return activeGenerationId({
      stored: loaded && { id: loaded.creation.id, generation: loaded.run?.generation ?? null },
      started: props.context.started(),
      fromUrl: props.generationId,
    })
  })
  createEffect(() => props.context.setIsMaking(activeId() !== null))
  // A first reading still on its way would be taken for the answer, and it may be older than the end it is asked about.
  const readAgain = async () => {
    await client.cancelQueries({ queryKey: creationsKey })
    await client.invalidateQueries({ queryKey: creationsKey })
  }
  const watch = watchGeneration(activeId, {
    onDone: () => void readAgain().then(() => props.context.setStarted(null)),
    onLost: () => void readAgain(),
  })
  // What the stream tells of a picture, the reading shows; several at once are one reading.
  createEffect(
    on(
      () => watch.state().lastId,
      (id) => {
        if (id === null || watch.state().done) return
        const { queryKey } = imageCreation(props.creationId)
        const timer = setTimeout(() => void client.invalidateQueries({ queryKey }), readAgainMs)
        onCleanup(() => clearTimeout(timer))
      },
    ),
  )
  // Whoever told the end, the stream or the stored state: a refund may have come with it, and files.
  createEffect(
    on(activeId, (id, before) => {
      if (id !== null || !before) return
      void client.invalidateQueries({ queryKey: creditsKey })
      void client.invalidateQueries({ queryKey: filesKey })
    }),
  )
  return (
    <Card isFlush>
      <Switch fallback={<SkeletonLines lines={8} class="p-6" />}>
        <Match when={activeId()}>
          {(id) => (
            <RunProgress
              generationId={id()}
              run={stored()?.run ?? null}
              started={props.context.started()}
              isReconnecting={watch.isReconnecting()}
            />
          )}
        </Match>
        <Match when={stored()}>{(loaded) => <FinishedPictures context={props.context} work={loaded()} />}</Match>
        <Match when={work.status === 'error'}>
          <ErrorState error={work.error} onRetry={() => void work.refetch()} isRetrying={work.isFetching} />
        </Match>
      </Switch>
    </Card>
  )
}

function isUnsettled(work: ImageCreationDto | undefined): boolean {
  return work !== undefined && isRunning(work.creation)
}
