import { longestInstruction, optimiseGoals } from '@mozhou/contracts/writing/optimise-goals'
import type { OptimiseGoal } from '@mozhou/contracts/writing/optimise-goals'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { chosenModelId } from './chosen-model.ts'
import type { StudioContext } from './studio-context.ts'
import { useCost } from '../works/use-cost.ts'

interface OptimiseDialogProps {
  context: StudioContext
  creationId: string
  isOpen: boolean
  onClose: () => void
}

export function OptimiseDialog(props: OptimiseDialogProps) {
  const { t, fieldIssue } = useI18n()
  const cost = useCost()
  const [goal, setGoal] = createSignal<OptimiseGoal>('clearer')
  const [instruction, setInstruction] = createSignal('')
  const [isAsked, setIsAsked] = createSignal(false)
  const needsWords = () => goal() === 'audience' || goal() === 'custom'
  const label = () => (goal() === 'audience' ? t('writing.audience') : t('writing.instruction'))
  const wrong = () => {
    if (!isAsked() || !needsWords()) return null
    if (instruction().trim() === '') return fieldIssue(label(), { path: 'instruction', rule: 'required', params: {} })
    if (instruction().trim().length <= longestInstruction) return null
    const params = { origin: 'string', maximum: longestInstruction }
    return fieldIssue(label(), { path: 'instruction', rule: 'too_big', params })
  }

  function send() {
    setIsAsked(true)
    if (wrong()) return
    const words = needsWords() ? instruction().trim() : null
    props.context.start.press(
      {
        kind: 'optimise',
        creationId: props.creationId,
        goal: goal(),
        instruction: words,
        modelId: chosenModelId(),
      },
      { onSuccess: () => props.onClose() },
    )
  }

  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={t('writing.optimiseTitle')}
      description={t('writing.optimiseHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={props.context.start.isPending('optimise')} onClick={send}>
            {t('writing.startOptimise', cost.words())}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <GoalChoice goal={goal()} onChoose={setGoal} />
        <Show when={needsWords()}>
          <Field label={label()} error={wrong()} isRequired>
            <TextArea
              maxLength={longestInstruction}
              placeholder={
                goal() === 'audience' ? t('writing.audiencePlaceholder') : t('writing.instructionPlaceholder')
              }
              value={instruction()}
              onValueChange={setInstruction}
            />
          </Field>
        </Show>
        <Refusal error={props.context.start.refusal('optimise')} title={t('writing.startFailed')} />
      </div>
    </Dialog>
  )
}

function GoalChoice(props: { goal: OptimiseGoal; onChoose: (goal: OptimiseGoal) => void }) {
  const { t } = useI18n()
  const name = createUniqueId()
  return (
    <fieldset>
      <legend class="mb-2 text-sm font-medium">{t('writing.optimiseGoal')}</legend>
      <div class="grid grid-cols-2 gap-2">
        <For each={optimiseGoals}>
          {(goal) => (
            <label class="flex cursor-pointer flex-col rounded-md border border-line-strong px-3 py-2 transition-colors duration-150 hover:border-ink-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
              <span class="flex items-center gap-2 text-sm font-medium">
                <input
                  type="radio"
                  name={name}
                  class="accent-accent"
                  checked={props.goal === goal}
                  onChange={() => props.onChoose(goal)}
                />
                {t(`writing.goals.${goal}`)}
              </span>
              <span class="text-xs text-ink-2">{t(`writing.goalHints.${goal}`)}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
