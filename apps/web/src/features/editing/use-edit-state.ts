import type { VersionDto } from '@mozhou/contracts/creations/answers'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createSignal, onCleanup } from 'solid-js'
import { changedFields, editableResult, openEditDraft } from './edit-draft.ts'

const saveAfterMs = 300

/** What is being typed over a version, kept on this device until it is saved or discarded. */
export function createEditState(tool: ToolDefinition, creationId: string, version: Pick<VersionDto, 'id' | 'result'>) {
  const kept = openEditDraft(tool, creationId)
  const draft = kept.read()
  const [isWithTabAlone, setIsWithTabAlone] = createSignal(false)
  const current = { versionId: version.id, result: editableResult(tool, version.result) }
  const [base, setBase] = createSignal(draft ? { versionId: draft.baseVersionId, result: draft.before } : current)
  const [result, setResult] = createSignal<ToolResult>(draft?.result ?? current.result)
  const [hasRestoredDraft, setHasRestoredDraft] = createSignal(draft !== null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const changes = () => changedFields(base().result, result())
  const keep = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    if (Object.keys(changes()).length === 0) return clear()
    write()
  }
  const write = () =>
    setIsWithTabAlone(!kept.write({ baseVersionId: base().versionId, before: base().result, result: result() }))
  const clear = () => {
    kept.forget()
    setIsWithTabAlone(false)
  }
  const forget = () => {
    clearTimeout(timer)
    timer = undefined
    clear()
  }
  addEventListener('pagehide', keep)
  onCleanup(() => {
    removeEventListener('pagehide', keep)
    keep()
  })
  return {
    /** The version that is typed over: that of the draft, where there is one. */
    baseVersionId: () => base().versionId,
    changes,
    result,
    hasRestoredDraft,
    /** Another tab has changes of this work that are not saved: those made here are kept with this tab alone. */
    isWithTabAlone,
    /** The changes made here take the place of the other tab's on this device. */
    keepHere() {
      kept.claim()
      write()
    },
    set(field: string, value: ToolResult[string]) {
      setResult({ ...result(), [field]: value })
      clearTimeout(timer)
      timer = setTimeout(keep, saveAfterMs)
    },
    forget,
    /** Back to the version as it is stored. */
    discard() {
      forget()
      setBase(current)
      setResult(current.result)
      setHasRestoredDraft(false)
    },
  }
}
