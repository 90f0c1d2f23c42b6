import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { ReplacedTextDto } from '@mozhou/contracts/generations/answers'
import { resultWords } from '@mozhou/contracts/tools/checks'
import { growingSections } from '@mozhou/contracts/results/growing-sections'
import { growingCounter } from '@mozhou/text/growing-words'
import { coalesceFrames } from '@mozhou/ui/components/coalesce-frames'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { SkeletonLines } from '@mozhou/ui/components/skeleton.tsx'
import { createMemo, Show, untrack } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { GenerationProgress } from './generation-progress.tsx'
import { isSameProgress, progressOf } from '../works/stream-progress.ts'
import { ReplacedTexts } from '../works/replaced-texts.tsx'
import { ResultSections } from '../works/result-sections.tsx'
import type { StudioContext } from './studio-context.ts'
import type { watchGeneration } from '../works/watch-generation.ts'

interface RunningResultProps {
  context: StudioContext
  generationId: string
  creation: CreationDto | null
  watch: ReturnType<typeof watchGeneration>
}

/** The article while it is being written. */
export function RunningResult(props: RunningResultProps) {
  const { t, number } = useI18n()
  // The text itself comes hundreds of times a second; who shows how far it is asks only whether there is any.
  const progress = createMemo(() => progressOf(props.watch.state()), undefined, { equals: isSameProgress })
  const text = coalesceFrames(() => props.watch.state().text)
  const read = growingSections(untrack(() => props.context.tool.sections))
  const result = createMemo(() => read(text()))
  /** After a reload the stream tells of now alone; the stored attempts tell of before. */
  const replaced = (): ReplacedTextDto[] => {
    const stored = props.creation?.generation?.id === props.generationId ? props.creation.replacedTexts : []
    const { replaced: model } = progress()
    const isStored = model === null || stored.some((text) => text.model === model)
    return isStored ? stored : [...stored, { model, failureKind: null }]
  }
  const countWords = growingCounter()
  // Counted behind the frame that shows it: to show and to count are two short tasks.
  const counted = coalesceFrames(result)
  const words = createMemo(() => resultWords(props.context.tool, counted(), countWords))
  return (
    <div>
      <GenerationProgress
        context={props.context}
        generationId={props.generationId}
        creation={props.creation}
        stream={progress()}
      />
      <Show when={props.watch.isReconnecting()}>
        <div class="px-4 pt-4 sm:px-6">
          <Notice tone="warning">{t('writing.reconnecting')}</Notice>
        </div>
      </Show>
      <Show when={replaced().length > 0}>
        <div class="px-4 pt-4 sm:px-6">
          <ReplacedTexts texts={replaced()} model={progress().model} />
        </div>
      </Show>
      <Show when={text() !== ''} fallback={<SkeletonLines lines={7} class="p-4 sm:p-6" />}>
        <div class="p-4 sm:p-6">
          <ResultSections tool={props.context.tool} result={result()} isStreaming />
        </div>
        <div class="border-t border-line px-4 py-3 text-sm text-ink-2 tabular-nums sm:px-6">
          {t('writing.words', number(words()))}
        </div>
      </Show>
    </div>
  )
}
