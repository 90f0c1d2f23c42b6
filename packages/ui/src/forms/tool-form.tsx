import ChevronDown from 'lucide-solid/icons/chevron-down'
import type { JSX } from 'solid-js'
import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { isForInputMethod } from '../components/input-method.ts'
import { Notice } from '../components/notice.tsx'
import type { ToolFormState } from './create-tool-form.ts'
import { Form } from './form.tsx'
import type { ToolValues } from './tool-draft.ts'
import { askedValues, isAskedFor } from './tool-draft.ts'
import { ToolField } from './tool-field.tsx'

interface ToolFormProps {
  state: ToolFormState
  /** Called with values that fit the tool's schema. */
  onSubmit: (values: ToolValues) => void
  /** Under the fields: model choice, the button. */
  footer: JSX.Element
}

/** The form of any tool, from its own description. Ctrl/⌘ Enter sends it from anywhere on the page. */
export function ToolForm(props: ToolFormProps) {
  const { t } = useUiI18n()
  const advancedId = createUniqueId()
  const [isOpen, setIsOpen] = createSignal(false)
  let element: HTMLFormElement | undefined
  const fields = (isAdvanced: boolean) =>
    props.state.tool.fields.filter(
      (field) => (field.isAdvanced === true) === isAdvanced && isAskedFor(field, props.state.form.values()),
    )
  const hasAdvancedIssue = () => fields(true).some((field) => props.state.form.issue(field.name))

  async function submit() {
    const values = await props.state.form.check()
    if (values) return props.onSubmit(askedValues(props.state.tool, values))
    if (hasAdvancedIssue()) setIsOpen(true)
    queueMicrotask(() => element?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus())
  }

  onMount(() => {
    const sendOnShortcut = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isForInputMethod(event)) return
      if (document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      event.stopPropagation()
      element?.requestSubmit()
    }
    // Captured: a focused select would open on Enter.
    document.addEventListener('keydown', sendOnShortcut, { capture: true })
    onCleanup(() => document.removeEventListener('keydown', sendOnShortcut, { capture: true }))
  })

  return (
    <Form ref={(form) => (element = form)} onSubmit={() => void submit()}>
      <div class="grid grid-cols-2 gap-x-3 gap-y-4">
        <For each={fields(false)}>{(field) => <ToolField state={props.state} field={field} />}</For>
        <Show when={fields(true).length > 0}>
          <button
            type="button"
            aria-expanded={isOpen()}
            aria-controls={advancedId}
            onClick={() => setIsOpen(!isOpen())}
            class="col-span-2 -my-1 flex h-8 items-center gap-1.5 self-start rounded-sm text-sm text-ink-2 hover:text-ink"
          >
            <ChevronDown
              size={16}
              aria-hidden="true"
              class={`transition-transform duration-150 ${isOpen() ? 'rotate-180' : ''}`}
            />
            {isOpen() ? t('ui.fewerOptions') : t('ui.moreOptions')}
          </button>
        </Show>
      </div>
      <div id={advancedId} class="grid grid-cols-2 gap-x-3 gap-y-4" hidden={!isOpen()}>
        <For each={fields(true)}>{(field) => <ToolField state={props.state} field={field} />}</For>
      </div>
      <StrayIssues state={props.state} />
      <Show when={props.state.isWithTabAlone()}>
        <Notice tone="info">{t('ui.draftWithTabAlone')}</Notice>
      </Show>
      {props.footer}
    </Form>
  )
}

/** The API may find fault with something the form does not show; that must not be silent. */
function StrayIssues(props: { state: ToolFormState }) {
  const { fieldIssue } = useUiI18n()
  return (
    <Show when={props.state.form.strayIssues().length > 0}>
      <Notice tone="danger">
        <For each={props.state.form.strayIssues()}>{(issue) => <p>{fieldIssue(issue.path, issue)}</p>}</For>
      </Notice>
    </Show>
  )
}
