import type { Coverage } from '@mozhou/contracts/generations/kinds'
import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { WorkPlace } from '@mozhou/contracts/generations/events'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Stage } from '@mozhou/ui/components/stage-list.tsx'
import { StageList } from '@mozhou/ui/components/stage-list.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import Square from 'lucide-solid/icons/square'
import { useI18n } from '../../i18n/i18n.ts'
import { Elapsed } from '../works/elapsed.tsx'
import type { StreamProgress } from '../works/stream-progress.ts'
import type { StudioContext } from './studio-context.ts'
import { useStopGeneration } from '../works/use-stop-generation.ts'

interface GenerationProgressProps {
  context: StudioContext
  generationId: string
  creation: CreationDto | null
  stream: StreamProgress
}

/** Stages, elapsed time, and a way to stop that says what stopping costs. */
export function GenerationProgress(props: GenerationProgressProps) {
  const { t, error } = useI18n()
  const stop = useStopGeneration()
  const facts = () => generationFacts(props)
  const isFree = () => facts().coveredBy !== 'credits'
  const isStopping = () => stop.isPending || stop.isSuccess || facts().isStopRequested
  const halt = () => stop.mutate(props.generationId, { onError: (cause) => toastError({ title: error(cause) }) })
  return (
    <div class="border-b border-line px-4 py-3 sm:px-6">
      <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div aria-live="polite" class="min-w-0">
          <StageList label={t('writing.stages')} stages={useStages(props)()} />
        </div>
        <div class="flex items-center gap-3">
          <Elapsed since={facts().startedAt} />
          <Button size="sm" isPending={isStopping()} icon={<Square size={13} aria-hidden="true" />} onClick={halt}>
            {isStopping() ? t('writing.stopping') : t('writing.stop')}
          </Button>
        </div>
      </div>
      <p class="mt-2 text-xs text-ink-3">{isFree() ? t('writing.stopRuleFree') : t('writing.stopRule')}</p>
    </div>
  )
}

interface Facts {
  isCharged: boolean
  coveredBy: Coverage | null
  priceCredits: number
  startedAt: number
  isStopRequested: boolean
}

/** From the stored row where it is this generation's, else from the answer to the press. */
function generationFacts(props: GenerationProgressProps): Facts {
  const row = props.creation?.generation?.id === props.generationId ? props.creation.generation : null
  const started = props.context.started()
  const own = started?.generationId === props.generationId ? started : null
  return {
    isCharged: props.stream.hasBegun || own?.outcome === 'accepted' || (row !== null && row.status !== 'requested'),
    coveredBy: row?.coveredBy ?? own?.coveredBy ?? null,
    priceCredits: row?.priceCredits ?? own?.priceCredits ?? 0,
    startedAt: own?.startedAt ?? (row ? Date.parse(row.createdAt) : Date.now()),
    isStopRequested: row?.isStopRequested ?? false,
  }
}

function useStages(props: GenerationProgressProps): () => Stage[] {
  const { t, number } = useI18n()
  const chargeLabel = (facts: Facts): string | null => {
    if (facts.coveredBy === null) return null
    const labels: Record<Coverage, string> = {
      credits: t('writing.charged', number(facts.priceCredits)),
      membership: t('writing.coveredByMembership'),
      continuation: t('writing.coveredByContinuation'),
    }
    return labels[facts.coveredBy]
  }
  const writingLabel = (stream: StreamProgress): string =>
    stream.part === null ? modelLabel(stream) : `${partLabel(stream.part)} · ${modelLabel(stream)}`
  const partLabel = ({ index, total, title }: WorkPlace): string => {
    if (total === null) return t('writing.outlining')
    return index > total ? t('writing.closing') : t('writing.part', number(index), number(total), title)
  }
  const modelLabel = (stream: StreamProgress): string => {
    if (stream.model === null) return t('writing.waitingModel')
    if (stream.isFallback && !stream.hasText) return t('writing.switchedTo', stream.model)
    if (stream.phase === 'thinking') return t('writing.thinkingWith', stream.model)
    if (stream.attempt > 1 && !stream.hasText) return t('writing.retrying', stream.model)
    return t('writing.writingWith', stream.model)
  }
  return () => {
    const facts = generationFacts(props)
    const charge = chargeLabel(facts)
    const isDone = props.stream.phase === 'done'
    return [
      { label: t('writing.queued'), state: facts.isCharged ? 'done' : 'now' },
      ...(charge === null ? [] : [{ label: charge, state: facts.isCharged ? 'done' : 'notYet' } as const]),
      { label: writingLabel(props.stream), state: isDone ? 'done' : facts.isCharged ? 'now' : 'notYet' },
      { label: isDone ? t('writing.finishing') : t('writing.finished'), state: isDone ? 'now' : 'notYet' },
    ]
  }
}
