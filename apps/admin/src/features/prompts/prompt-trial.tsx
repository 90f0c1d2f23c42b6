import type { TrialDto } from '@mozhou/contracts/models/answers'
import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { createToolForm } from '@mozhou/ui/forms/create-tool-form'
import type { ToolValues } from '@mozhou/ui/forms/tool-draft'
import { ToolForm } from '@mozhou/ui/forms/tool-form.tsx'
import { useMutation } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { catalogue } from '../models/queries.ts'

/** One form and one model, written by this version beside the live one. */
export function PromptTrial(props: { tool: ToolDefinition; version: PromptVersionDto }) {
  const { t } = useI18n()
  const models = useQuery(() => catalogue())
  const enabled = () => (models.data ?? []).filter(({ isEnabled }) => isEnabled)
  const [chosen, setChosen] = createSignal<string | null>(null)
  const modelId = () => chosen() ?? enabled().find(({ isDefault }) => isDefault)?.id ?? enabled()[0]?.id ?? ''
  const state = untrack(() => createToolForm(props.tool, {}))
  const trial = useMutation(() => ({
    mutationFn: (input: ToolValues) =>
      api.prompts.try.mutate({ promptId: props.version.id, modelId: modelId(), input }),
    onError: (cause: unknown) => state.showServerIssues(toShownError(cause).fields),
  }))
  return (
    <Card title={t('prompts.trial')} description={t('prompts.trialHint')}>
      <div class="flex flex-col gap-5">
        <div class="max-w-2xl">
          <ToolForm
            state={state}
            onSubmit={(values) => {
              if (!trial.isPending) trial.mutate(values)
            }}
            footer={
              <div class="flex flex-wrap items-end gap-3">
                <Field label={t('prompts.trialModel')} class="w-56">
                  <Select
                    value={modelId()}
                    onValueChange={setChosen}
                    options={enabled().map(({ id, alias }) => ({ value: id, label: alias }))}
                  />
                </Field>
                <Button type="submit" variant="primary" isPending={trial.isPending} disabled={modelId() === ''}>
                  {t('prompts.trialRun')}
                </Button>
              </div>
            }
          />
        </div>
        <Show when={trial.isPending}>
          <Notice tone="info">{t('prompts.trialRunning')}</Notice>
        </Show>
        <Refusal error={trial.error} />
        <Show when={trial.isPending ? undefined : trial.data}>
          {(answer) => (
            <div class="grid items-start gap-4 xl:grid-cols-2">
              <Answer title={t('prompts.thisVersion', answer().draft.name)} answer={answer().draft.answer} />
              <Answer title={t('prompts.liveVersion', answer().live.name)} answer={answer().live.answer} />
            </div>
          )}
        </Show>
      </div>
    </Card>
  )
}

function Answer(props: { title: string; answer: TrialDto }) {
  const { t, number, latency, cost } = useI18n()
  const facts = () => {
    const { latencyMs, firstTokenMs, inputTokens, outputTokens, costMicroYuan } = props.answer
    const tokens = `${number(inputTokens)} / ${number(outputTokens)}`
    return t(
      'prompts.trialCost',
      latency(latencyMs),
      firstTokenMs === null ? '—' : latency(firstTokenMs),
      tokens,
      cost(costMicroYuan),
    )
  }
  return (
    <section aria-label={props.title} class="min-w-0 rounded-md border border-line">
      <header class="border-b border-line bg-sunken px-4 py-2.5">
        <h3 class="text-sm font-medium">{props.title}</h3>
        <p class="text-xs text-ink-2">{facts()}</p>
      </header>
      <Show when={props.answer.failureKind}>
        {(kind) => (
          <div class="p-3">
            <Notice tone="danger">{t('prompts.trialFailed', t(`failureKinds.${kind()}`))}</Notice>
          </div>
        )}
      </Show>
      <Show when={props.answer.isCut}>
        <div class="p-3">
          <Notice tone="warning">{t('prompts.trialCut')}</Notice>
        </div>
      </Show>
      <div
        class="max-h-[32rem] overflow-y-auto p-4 text-sm leading-relaxed break-words whitespace-pre-wrap"
        tabindex="0"
      >
        {props.answer.text}
      </div>
    </section>
  )
}
