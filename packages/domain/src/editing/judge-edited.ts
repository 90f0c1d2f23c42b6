import { missingSections, resultWords } from '@mozhou/contracts/tools/checks'
import { endsOpen } from '@mozhou/contracts/tools/ending'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolCheck } from '@mozhou/contracts/tools/check-answer'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { countWords } from '@mozhou/text/count-words'
import { judgeResult } from '../writing/judge-result.ts'
import { titleOf } from '../writing/read-result.ts'
import { writeSections } from '../creations/write-sections.ts'

export interface EditedResult {
  result: ToolResult
  checks: ToolCheck[]
  title: string
  wordCount: number
  rawText: string
  isIncomplete: boolean
}

/** What a person began from. */
export interface EditedFrom {
  title: string
  result: ToolResult
  isIncomplete: boolean
  hasUnwrittenParts: boolean
}

/** Everything that follows from sections a person wrote; `base` is what they began from and `form` the work's. */
export function judgeEdited(tool: ToolKey, written: ToolResult, base: EditedFrom, form: unknown): EditedResult {
  const definition: ToolDefinition = tools[tool]
  const { result, checks, missing, isOpen } = judgeResult(tool, written, form)
  // Of what was there before only the gaps are asked: its checks are stored, and cost as much as the new ones.
  const wasGap = missingSections(definition, base.result).length > 0 || (endsOpen(definition, base.result) && !isOpen)
  return {
    result,
    checks,
    title: titleOf(definition, result, base.title),
    wordCount: resultWords(definition, result, countWords),
    rawText: writeSections(result, definition.sections),
    // A gap that the person filled is none any more, nor an end that was open; a text that a length stop cut still is.
    isIncomplete: missing.length > 0 || base.hasUnwrittenParts || (base.isIncomplete && !wasGap),
  }
}
