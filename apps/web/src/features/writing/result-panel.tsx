import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { ErrorState } from '@mozhou/ui/components/error-state.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { SkeletonLines } from '@mozhou/ui/components/skeleton.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import PenLine from 'lucide-solid/icons/pen-line'
import { createEffect, createMemo, Match, on, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { creationById, creationsKey } from '../works/queries.ts'
import { creditsKey } from '../../session/queries.ts'
import { activeGenerationId } from '../works/active-generation.ts'
import type { StudioContext } from './studio-context.ts'
import { watchGeneration } from '../works/watch-generation.ts'

const RunningResult = lazyPart(() => import('./running-result.tsx').then((module) => module.RunningResult))
const FinishedResult = lazyPart(() => import('./finished-result.tsx').then((module) => module.FinishedResult))

interface ResultPanelProps {
  context: StudioContext
  creationId: string | null
  /** From the address; lets the stream begin before the creation is read. */
  generationId: string | null
}

/** Nothing yet, being written, or what became of it. */
export function ResultPanel(props: ResultPanelProps) {
  const { t } = useI18n()
  const client = useQueryClient()
  const creation = useQuery(() => ({
    ...creationById(props.creationId ?? ''),
    enabled: props.creationId !== null,
    // The stream says when it is over; where it was lost, this notices.
    refetchInterval: (query) => (isUnsettled(query.state.data) ? 10_000 : false),
  }))
  const stored = () => creation.data ?? null
  const activeId = createMemo(() =>
    activeGenerationId({ stored: stored(), started: props.context.started(), fromUrl: props.generationId }),
  )
  createEffect(() => props.context.setIsWriting(activeId() !== null))
  // A first reading still on its way would be taken for the answer, and it may be older than the end it is asked about.
  const readAgain = async () => {
    await client.cancelQueries({ queryKey: creationsKey })
    await client.invalidateQueries({ queryKey: creationsKey })
  }
  const watch = watchGeneration(activeId, {
    onDone: () => void readAgain().then(() => props.context.setStarted(null)),
    onLost: () => void readAgain(),
  })
  // Whoever told the end, the stream or the stored state: a refund may have come with it.
  createEffect(
    on(activeId, (id, before) => {
      if (id === null && before) void client.invalidateQueries({ queryKey: creditsKey })
    }),
  )
  return (
    <Card isFlush>
      <Switch fallback={<SkeletonLines lines={8} class="p-6" />}>
        <Match when={activeId()}>
          {(id) => <RunningResult context={props.context} generationId={id()} creation={stored()} watch={watch} />}
        </Match>
        <Match when={props.creationId === null}>
          <div class="flex items-center justify-center lg:min-h-[calc(100dvh-6.5rem)]">
            <EmptyState
              icon={<PenLine size={24} aria-hidden="true" />}
              title={t('writing.resultEmpty')}
              description={t('writing.resultEmptyHint')}
            />
          </div>
        </Match>
        <Match when={stored()}>{(loaded) => <FinishedResult context={props.context} creation={loaded()} />}</Match>
        <Match when={creation.status === 'error'}>
          <ErrorState error={creation.error} onRetry={() => void creation.refetch()} isRetrying={creation.isFetching} />
        </Match>
      </Switch>
    </Card>
  )
}

function isUnsettled(creation: CreationDto | undefined): boolean {
  return creation !== undefined && (creation.status === 'accepted' || creation.status === 'running')
}
