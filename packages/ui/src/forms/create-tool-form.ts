import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { FieldIssue } from '../wire/wire-error.ts'
import type { Form } from './create-form.ts'
import { createForm } from './create-form.ts'
import type { ToolValues } from './tool-draft.ts'
import { askedValues, fitToTool, openToolDraft } from './tool-draft.ts'

const saveAfterMs = 300

export interface ToolFormState {
  tool: ToolDefinition
  form: Form<ToolValues>
  /** Whether an unsent draft was found and put back. */
  hasRestoredDraft: boolean
  /** Another tab has typed into the same form and not sent it: what is typed here is kept with this tab alone. */
  isWithTabAlone: () => boolean
  showServerIssues: (issues: readonly FieldIssue[]) => void
  clear: () => void
  /** Puts these values into the form; fields the tool does not have are left out. */
  fill: (values: ToolValues) => void
  forgetDraft: () => void
}

/** The state behind a ToolForm. Without `input` it is a fresh form, which remembers what is typed until it is sent. */
export function createToolForm(tool: ToolDefinition, input?: ToolValues): ToolFormState {
  const kept = openToolDraft(tool)
  const draft = input ? null : kept.read()
  const [isWithTabAlone, setIsWithTabAlone] = createSignal(false)
  const form = createForm<ToolValues>({
    initial: input ? fitToTool(tool, input) : (draft ?? fitToTool(tool, {})),
    toInput: (values) => askedValues(tool, values),
    schema: () => Promise.resolve(tool.freshInput ?? tool.input),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const saveNow = () => {
    if (timer === undefined) return
    stop()
    setIsWithTabAlone(!kept.write(form.values()))
  }
  if (!input) {
    createEffect(
      on(
        form.values,
        () => {
          stop()
          timer = setTimeout(saveNow, saveAfterMs)
        },
        { defer: true },
      ),
    )
    // A reload or a walk to another page right after the last key must not take it along.
    addEventListener('pagehide', saveNow)
    onCleanup(() => {
      removeEventListener('pagehide', saveNow)
      saveNow()
    })
  }
  return {
    tool,
    form,
    hasRestoredDraft: draft !== null,
    isWithTabAlone,
    showServerIssues: (issues) =>
      form.showIssues(issues.map((issue) => ({ ...issue, path: issue.path.replace(/^input\./, '') }))),
    fill: (values) => form.reset(fitToTool(tool, values)),
    clear() {
      form.reset(fitToTool(tool, {}))
    },
    forgetDraft() {
      stop()
      kept.forget()
      setIsWithTabAlone(false)
    },
  }
}
