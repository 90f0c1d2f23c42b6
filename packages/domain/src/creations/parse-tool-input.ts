import { AppError } from '@mozhou/contracts/errors'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { ToolKey } from '@mozhou/contracts/tools/registry'

/** @throws AppError VALIDATION_FAILED whose params name the first field and rule; its cause holds all of them. */
export function parseToolInput(tool: ToolKey, input: Record<string, unknown>): Record<string, unknown> {
  const definition: ToolDefinition = tools[tool]
  const parsed = (definition.freshInput ?? definition.input).safeParse(input)
  if (parsed.success) return { ...(parsed.data as Record<string, unknown>) }
  const issue = parsed.error.issues[0]
  const params = { field: issue?.path.join('.') ?? '', rule: issue?.code ?? 'custom' }
  throw new AppError('VALIDATION_FAILED', params, { cause: parsed.error })
}
