import { useMutation } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import type { z } from 'zod'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Field } from '../components/field.tsx'
import { Refusal } from '../components/refusal.tsx'
import { Segmented } from '../components/segmented.tsx'
import { TextArea } from '../components/text-area.tsx'
import { toastSuccess } from '../components/toast.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'
import { createForm } from './create-form.ts'
import { refusalIssues } from '../wire/refusal-issues.ts'

interface DecisionDialogProps<Choice extends string> {
  title: string
  /** What the decision does, before it is pressed. */
  description: string
  action: string
  isDanger?: boolean
  /** The ways that there are; none where there is only one. */
  choice?: {
    label: string
    value: Choice
    onChange: (value: Choice) => void
    options: readonly { value: Choice; label: string }[]
  }
  /** The words that are kept with it. */
  note: { label: string; placeholder: string; /** As the API's input calls it. */ name: string }
  /** What the API would be sent with these words, to be held against its schema. */
  toInput: (note: string) => unknown
  schema: () => Promise<z.ZodType>
  send: (note: string) => Promise<unknown>
  /** What is said when it is done. */
  done: string
  /** Reads again what has changed. */
  onDone: () => Promise<unknown>
  onClose: () => void
}

/** A decision of an operator with its reason: what it does is said before, what is wrong with the reason stands at it, and it is said when it is done. */
export function DecisionDialog<Choice extends string>(props: DecisionDialogProps<Choice>) {
  const { fieldIssue } = useUiI18n()
  const name = untrack(() => props.note.name)
  const form = createForm<Record<string, string>>({
    initial: { [name]: '' },
    toInput: (values) => props.toInput(values[name] ?? ''),
    schema: () => props.schema(),
  })
  const decide = useMutation(() => ({
    mutationFn: (note: string) => props.send(note),
    onSuccess: async () => {
      toastSuccess({ title: props.done })
      props.onClose()
      await props.onDone()
    },
    onError: (cause: unknown) => form.showIssues(refusalIssues(cause)),
  }))
  const wrong = () => {
    const issue = form.issue(name)
    return issue && fieldIssue(props.note.label, issue)
  }
  async function confirm() {
    const values = await form.check()
    if (values && !decide.isPending) decide.mutate(values[name] ?? '')
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={() => props.onClose()}
      title={props.title}
      description={props.description}
      action={props.action}
      isDanger={props.isDanger === true}
      isPending={decide.isPending}
      onConfirm={() => void confirm()}
    >
      <div class="flex flex-col gap-4">
        <Show when={props.choice}>
          {(choice) => (
            <Field label={choice().label}>
              <Segmented<Choice>
                value={choice().value}
                onValueChange={(value) => choice().onChange(value)}
                options={choice().options}
              />
            </Field>
          )}
        </Show>
        <Field label={props.note.label} error={wrong()} isRequired>
          <TextArea
            name={name}
            placeholder={props.note.placeholder}
            value={form.values()[name] ?? ''}
            onValueChange={(note) => form.set(name, note)}
          />
        </Field>
        <Refusal error={wrong() ? null : decide.error} />
      </div>
    </ConfirmDialog>
  )
}
