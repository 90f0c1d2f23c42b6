import type { ToolResult } from '../results/section.ts'

/** A section's words, whatever its shape. */
export function plainText(value: ToolResult[string] | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? ''
  return value.map((item) => (typeof item === 'string' ? item : Object.values(item).join('\n'))).join('\n')
}
