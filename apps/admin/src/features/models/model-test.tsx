import type { TrialDto } from '@mozhou/contracts/models/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import type { Form } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { ModelFormValues } from './model-form-values.ts'
import { modelIssues } from './model-issues.ts'
import { modelsKey } from './queries.ts'
import { useI18n } from './words.ts'

interface ModelTestProps {
  form: Form<ModelFormValues>
  /** One call of the model as the form has it; nothing is saved. */
  send: (values: ModelFormValues) => Promise<TrialDto>
}

/** A try of what stands in the form. A form that does not fit is told so at its boxes, and nobody is called. */
export function ModelTest(props: ModelTestProps) {
  const { t } = useI18n()
  const client = useQueryClient()
  const test = useMutation(() => ({
    mutationFn: async () => {
      const values = await props.form.check()
      return values === null ? null : props.send(values)
    },
    onError: (cause: unknown) => props.form.showIssues(modelIssues(cause)),
    onSettled: () => client.invalidateQueries({ queryKey: modelsKey }),
  }))
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-center gap-3">
        <Button size="sm" isPending={test.isPending} onClick={() => test.mutate()}>
          {t('models.testCall')}
        </Button>
        <span class="text-xs text-ink-3">{t('models.testHint')}</span>
      </div>
      <Refusal error={modelIssues(test.error).length > 0 ? null : test.error} />
      <Show when={test.data}>{(answer) => <TestAnswer answer={answer()} />}</Show>
    </div>
  )
}

function TestAnswer(props: { answer: TrialDto }) {
  const { t, number, latency, cost } = useI18n()
  const time = () => latency(props.answer.latencyMs)
  const usage = () => {
    const { inputTokens, outputTokens, costMicroYuan, picture } = props.answer
    if (picture) return t('models.testPicture', cost(costMicroYuan))
    return t('models.testUsage', `${number(inputTokens)} / ${number(outputTokens)}`, cost(costMicroYuan))
  }
  return (
    <Show
      when={props.answer.isOk}
      fallback={
        <Notice
          tone="danger"
          title={t(
            'models.testFailed',
            props.answer.failureKind ? t(`failureKinds.${props.answer.failureKind}`) : t('ui.failed'),
            time(),
          )}
        >
          <Show when={props.answer.vendorCode}>{(code) => <p>{t('models.vendorCode', code())}</p>}</Show>
        </Notice>
      }
    >
      <Notice tone="success" title={t('models.testOk', time())}>
        <Show when={props.answer.picture} fallback={<p class="break-words">{props.answer.text}</p>}>
          {(picture) => (
            <img
              class="max-h-72 rounded-md"
              alt={t('models.trialPicture', number(picture().width), number(picture().height))}
              src={`data:${picture().type};base64,${picture().base64}`}
            />
          )}
        </Show>
        <p class="mt-1 text-xs text-ink-2">{usage()}</p>
        <Show when={props.answer.picture}>
          <p class="text-xs text-ink-2">{t('models.trialMarked')}</p>
        </Show>
      </Notice>
    </Show>
  )
}
