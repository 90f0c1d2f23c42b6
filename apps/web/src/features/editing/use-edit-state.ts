import type { VersionDto } from '@mozhou/contracts/creations/answers'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createSignal, onCleanup } from 'solid-js'
import { changedFields, editableResult, forgetEditDraft, readEditDraft, writeEditDraft } from './edit-draft.ts'

const saveAfterMs = 300

/** What is being typed over a version, kept on this device until it is saved or discarded. */
export function createEditState(tool: ToolDefinition, version: VersionDto) {
  const original = editableResult(tool, version.result)
  const draft = readEditDraft(tool, version.id)
  const [result, setResult] = createSignal<ToolResult>(draft ?? original)
  const [hasRestoredDraft, setHasRestoredDraft] = createSignal(draft !== null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    if (Object.keys(changedFields(original, result())).length === 0) forgetEditDraft(version.id)
    else writeEditDraft(version.id, result())
  }
  const forget = () => {
    clearTimeout(timer)
    timer = undefined
    forgetEditDraft(version.id)
  }
  addEventListener('pagehide', keep)
  onCleanup(() => {
    removeEventListener('pagehide', keep)
    keep()
  })
  return {
    original,
    result,
    hasRestoredDraft,
    set(field: string, value: ToolResult[string]) {
      setResult({ ...result(), [field]: value })
      clearTimeout(timer)
      timer = setTimeout(keep, saveAfterMs)
    },
    forget,
    /** Back to the version as it is stored. */
    discard() {
      forget()
      setResult(original)
      setHasRestoredDraft(false)
    },
  }
}
