import { rewriteGoals } from '@mozhou/contracts/editing/kinds'
import type { RewriteGoal } from '@mozhou/contracts/editing/kinds'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { useCost } from '../works/use-cost.ts'

/** What stands from `start` to `end` of a field, in UTF-16 offsets. */
export interface RewriteSelection {
  field: string
  start: number
  end: number
  text: string
}

interface RewriteFormProps {
  creationId: string
  baseVersionId: string
  selection: RewriteSelection
  onStarted: (generationId: string) => void
}

/** What the other wording should be like, and the button that costs. */
export function RewriteForm(props: RewriteFormProps) {
  const { t } = useI18n()
  const cost = useCost()
  const keys = createRequestKeys()
  const [goal, setGoal] = createSignal<RewriteGoal>('polish')
  const [instruction, setInstruction] = createSignal('')
  const question = () => ({
    creationId: props.creationId,
    baseVersionId: props.baseVersionId,
    ...props.selection,
    goal: goal(),
    instruction: goal() === 'custom' ? instruction().trim() : null,
  })
  const start = useMutation(() => ({
    mutationFn: () =>
      api.creations.rewriteSelection.mutate({
        ...question(),
        mostCredits: cost.most(),
        requestKey: keys.keyFor(question()),
      }),
    onSuccess: (started) => {
      keys.answered()
      props.onStarted(started.generationId)
    },
    onError: (cause: Error) => {
      keys.failed(cause)
      cost.readAfter(cause)
    },
  }))
  return (
    <>
      <Field label={t('writing.optimiseGoal')}>
        <Select
          value={goal()}
          onValueChange={(value) => setGoal(value as RewriteGoal)}
          options={rewriteGoals.map((value) => ({ value, label: t(`edit.goals.${value}`) }))}
        />
      </Field>
      <Show when={goal() === 'custom'}>
        <Field label={t('writing.instruction')} isRequired>
          <TextArea maxLength={500} value={instruction()} onValueChange={setInstruction} />
        </Field>
      </Show>
      <Refusal error={start.error} title={t('writing.startFailed')} />
      <Button
        variant="primary"
        class="self-end"
        isPending={start.isPending}
        disabled={goal() === 'custom' && instruction().trim() === ''}
        onClick={() => start.mutate()}
      >
        {t('edit.startRewrite', cost.words())}
      </Button>
    </>
  )
}
