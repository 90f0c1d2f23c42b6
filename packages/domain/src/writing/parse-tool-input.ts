import { AppError } from '@mozhou/contracts/errors'
import { promptTools } from '@mozhou/contracts/prompts/prompt-tools'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'

type Form = Record<string, unknown>

/**
 * A form as somebody sends it. A field the tool does not have is refused: a misspelt one would be left out, written without, and
 * charged. @throws AppError VALIDATION_FAILED whose params name the first field and rule; its cause holds all of them.
 */
export function parseToolInput(tool: PromptKey, input: Form): Form {
  const { defaults } = promptTools[tool]
  const unknown = Object.keys(input).find((name) => !Object.hasOwn(defaults, name))
  if (unknown !== undefined) throw new AppError('VALIDATION_FAILED', { field: unknown, rule: 'unrecognized_keys' })
  return parseStoredInput(tool, input)
}

/** The form of an earlier writing, which may hold fields that the tool had then. @throws as parseToolInput */
export function parseStoredInput(tool: PromptKey, input: Form): Form {
  const definition: ToolDefinition = promptTools[tool]
  const parsed = (definition.freshInput ?? definition.input).safeParse(input)
  if (parsed.success) return { ...parsed.data }
  const issue = parsed.error.issues[0]
  const params = { field: issue?.path.join('.') ?? '', rule: issue?.code ?? 'custom' }
  throw new AppError('VALIDATION_FAILED', params, { cause: parsed.error })
}
