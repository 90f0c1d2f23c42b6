import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { openTabDraft } from '@mozhou/ui/device/tab-draft'

/** The fields a person may change: what the model wrote, not what is derived from it. */
export function editableResult(tool: ToolDefinition, result: Record<string, unknown>): ToolResult {
  return Object.fromEntries(
    tool.sections.map(({ field, as }) => {
      const value = result[field]
      const empty = as === 'line' || as === 'markdown' ? '' : []
      return [
        field,
        (typeof value === typeof empty && Array.isArray(value) === Array.isArray(empty)
          ? value
          : empty) as ToolResult[string],
      ]
    }),
  )
}

/** What was typed over a version, which goes with it: a newer one may be there when it is taken up again. */
export interface EditDraft {
  baseVersionId: string
  before: ToolResult
  result: ToolResult
}

/** What was changed over a work and not saved, in this tab and, as long as no other tab's is there, on the device. */
export function openEditDraft(tool: ToolDefinition, creationId: string) {
  const draft = openTabDraft(`mozhou.edit.${creationId}`)
  return {
    ...draft,
    /** Made to fit the tool; null when there is nothing of the kind. */
    read: () => parseDraft(tool, draft.read()),
    write: (changed: EditDraft) => draft.write(JSON.stringify(changed)),
  }
}

function parseDraft(tool: ToolDefinition, stored: string | null): EditDraft | null {
  if (stored === null) return null
  try {
    const draft: unknown = JSON.parse(stored)
    if (!isRecord(draft) || typeof draft['baseVersionId'] !== 'string') return null
    const { baseVersionId, before, result } = draft
    if (!isRecord(before) || !isRecord(result)) return null
    return { baseVersionId, before: editableResult(tool, before), result: editableResult(tool, result) }
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The fields that differ; the API keeps the others as they are. */
export function changedFields(before: ToolResult, after: ToolResult): ToolResult {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  )
}
