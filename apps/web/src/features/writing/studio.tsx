import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { createToolForm } from '@mozhou/ui/forms/create-tool-form'
import type { ToolValues } from '@mozhou/ui/forms/tool-draft'
import { askedValues, fitToTool, openToolDraft } from '@mozhou/ui/forms/tool-draft'
import { createSignal, untrack } from 'solid-js'
import { chosenModelId } from './chosen-model.ts'
import { isToolKey } from '../works/load-tool.ts'
import { ResultPanel } from './result-panel.tsx'
import { StudioForm } from './studio-form.tsx'
import type { StartedHere, StudioContext } from './studio-context.ts'
import { useStartGeneration } from './use-studio-actions.ts'

interface StudioProps {
  tool: ToolDefinition
  /** What the open creation was written from; null for a fresh form. */
  input: ToolValues | null
  creationId: string | null
  generationId: string | null
  onStarted: (started: GenerationStartedDto) => void
  onNew: () => void
}

/** The form on the left, the work on the right. */
export function Studio(props: StudioProps) {
  const state = untrack(() => createToolForm(props.tool, props.input ?? undefined))
  const [started, setStarted] = createSignal<StartedHere | null>(null)
  const [isWriting, setIsWriting] = createSignal(false)
  let result: HTMLDivElement | undefined

  const start = useStartGeneration((answer, request) => {
    setStarted({ ...answer, startedAt: Date.now() })
    if (request.kind === 'generate') state.forgetDraft()
    props.onStarted(answer)
    // On narrow screens the result stands above the form from now on.
    queueMicrotask(() => result?.scrollIntoView({ block: 'nearest' }))
  })

  const context: StudioContext = {
    tool: props.tool,
    state,
    start,
    started,
    setStarted,
    isWriting,
    setIsWriting,
    beginWith(values) {
      state.forgetDraft()
      openToolDraft(props.tool).write(fitToTool(props.tool, values))
      leave()
    },
    formInput: () => askedValues(props.tool, fitToTool(props.tool, state.form.values())),
  }

  function leave() {
    setStarted(null)
    start.reset()
    props.onNew()
  }

  function generate(values: ToolValues) {
    if (isWriting() || !isToolKey(props.tool.key)) return
    start.press(
      { kind: 'generate', tool: props.tool.key, input: values, modelId: chosenModelId() },
      { onError: (cause) => state.showServerIssues(toShownError(cause).fields) },
    )
  }

  return (
    <div class="grid items-start gap-5 lg:grid-cols-[minmax(20rem,24rem)_minmax(0,1fr)]">
      <StudioForm
        context={context}
        isOpenCreation={props.creationId !== null}
        onSubmit={generate}
        onNew={() => {
          state.clear()
          leave()
        }}
      />
      <div
        ref={(element) => (result = element)}
        class={`min-w-0 scroll-mt-18 ${props.creationId === null ? '' : 'max-lg:order-first'}`}
      >
        <ResultPanel context={context} creationId={props.creationId} generationId={props.generationId} />
      </div>
    </div>
  )
}
