import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { forgetDevice, readDevice, writeDevice } from '../device/device-storage.ts'

export type ToolValues = Record<string, unknown>

const keyOf = (tool: ToolDefinition) => `mozhou.draft.${tool.key}`

/** What was typed and not sent, made to fit the form as it is today; null when there is nothing of the kind. */
export function readToolDraft(tool: ToolDefinition): ToolValues | null {
  const stored = readDevice(keyOf(tool))
  if (stored === null) return null
  const draft = fitToTool(tool, parse(stored))
  return isUntouched(tool, draft) ? null : draft
}

export function writeToolDraft(tool: ToolDefinition, values: ToolValues): void {
  if (isUntouched(tool, values)) forgetDevice(keyOf(tool))
  else writeDevice(keyOf(tool), JSON.stringify(values))
}

export function forgetToolDraft(tool: ToolDefinition): void {
  forgetDevice(keyOf(tool))
}

/** Keeps the fields the tool has and whose kind is right; the rest takes the defaults. */
export function fitToTool(tool: ToolDefinition, stored: unknown): ToolValues {
  const source = typeof stored === 'object' && stored !== null ? stored : {}
  return Object.fromEntries(
    Object.entries(tool.defaults).map(([name, fallback]) => {
      const value: unknown = Reflect.get(source, name)
      const isSameKind = typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback)
      return [name, isSameKind && value !== null ? value : fallback]
    }),
  )
}

function isUntouched(tool: ToolDefinition, values: ToolValues): boolean {
  return JSON.stringify(fitToTool(tool, values)) === JSON.stringify(fitToTool(tool, {}))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}
