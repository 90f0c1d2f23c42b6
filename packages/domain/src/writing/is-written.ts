import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { readResult } from './read-result.ts'

/** Whether a model's text, whole or partial, holds anything that was asked for. */
export function isWritten(asked: { kind: GenerationKind; tool: ToolKey; title: string }, text: string): boolean {
  if (asked.kind === 'rewrite') return text.trim() !== ''
  return readResult(asked.tool, text, asked.title).wordCount > 0
}
