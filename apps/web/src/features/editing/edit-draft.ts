import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { forgetDevice, readDevice, writeDevice } from '@mozhou/ui/device/device-storage'

const keyOf = (versionId: string) => `mozhou.edit.${versionId}`

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

/** What was changed on this device and not saved, made to fit the tool; null when there is nothing of the kind. */
export function readEditDraft(tool: ToolDefinition, versionId: string): ToolResult | null {
  const stored = readDevice(keyOf(versionId))
  if (stored === null) return null
  try {
    const draft: unknown = JSON.parse(stored)
    return typeof draft === 'object' && draft !== null ? editableResult(tool, { ...draft }) : null
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

export const writeEditDraft = (versionId: string, result: ToolResult) =>
  writeDevice(keyOf(versionId), JSON.stringify(result))

export const forgetEditDraft = (versionId: string) => forgetDevice(keyOf(versionId))

/** The fields that differ; the API keeps the others as they are. */
export function changedFields(before: ToolResult, after: ToolResult): ToolResult {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  )
}
