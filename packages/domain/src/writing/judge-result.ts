import { checkResult, missingSections } from '@mozhou/contracts/tools/checks'
import { endsOpen } from '@mozhou/contracts/tools/ending'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolCheck } from '@mozhou/contracts/tools/check-answer'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { countWords } from '@mozhou/text/count-words'

export interface JudgedResult {
  /** The tool's whole typed result, derived tables included. */
  result: ToolResult
  checks: ToolCheck[]
  /** Sections that should be there and are not: they can be asked for again. */
  missing: string[]
  /** It breaks off within a sentence. */
  isOpen: boolean
}

/** Completes and checks what was written; nothing in it is changed. `form` is the stored form, of this or an older version of the tool. */
export function judgeResult(tool: ToolKey, written: ToolResult, form: unknown): JudgedResult {
  const definition: ToolDefinition = tools[tool]
  const input = definition.input.parse(form)
  const result: ToolResult = { ...written, ...definition.derive?.(written, input) }
  return {
    result: definition.output.parse(result),
    checks: checkResult(definition, result, input, countWords),
    missing: missingSections(definition, result).map(({ field }) => field),
    isOpen: endsOpen(definition, result),
  }
}
