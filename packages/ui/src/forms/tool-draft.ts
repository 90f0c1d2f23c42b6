import type { ToolDefinition, ToolField } from '@mozhou/contracts/tools/tool'
import { openTabDraft } from '../device/tab-draft.ts'

export type ToolValues = Record<string, unknown>

export interface ToolDraft {
  /** What was typed and not sent, made to fit the form as it is today; null when there is nothing of the kind. */
  read: () => ToolValues | null
  /** Whether it is kept on the device, and not with this tab alone because another tab's draft is there. */
  write: (values: ToolValues) => boolean
  forget: () => void
}

export function openToolDraft(tool: ToolDefinition): ToolDraft {
  const draft = openTabDraft(`mozhou.draft.${tool.key}`)
  return {
    read() {
      const stored = draft.read()
      if (stored === null) return null
      const values = fitToTool(tool, parse(stored))
      return isUntouched(tool, values) ? null : values
    },
    write(values) {
      if (!isUntouched(tool, values)) return draft.write(JSON.stringify(values))
      draft.forget()
      return true
    },
    forget: draft.forget,
  }
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

/** Whether the form asks for it as it stands. */
export function isAskedFor({ onlyFor }: ToolField, values: ToolValues): boolean {
  return onlyFor === undefined || onlyFor.values.some((value) => value === values[onlyFor.field])
}

/** The form as it is sent: what it does not ask for is as if it had never been typed. */
export function askedValues(tool: ToolDefinition, values: ToolValues): ToolValues {
  const hidden = tool.fields.filter((field) => !isAskedFor(field, values))
  return { ...values, ...Object.fromEntries(hidden.map(({ name }) => [name, tool.defaults[name]])) }
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
