import type { GenerateInput } from '@mozhou/contracts/writing/inputs'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { parseToolInput } from './parse-tool-input.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

/** A new creation from a tool's form. @throws AppError VALIDATION_FAILED naming field and rule, MODEL_*, and those of requestGeneration. */
export async function generateText(
  ctx: GenerationsContext,
  input: GenerateInput & { userId: string },
): Promise<RequestedGeneration> {
  const form = parseToolInput(input.tool, input.input)
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'writing',
    kind: 'generate',
    tool: input.tool,
    creationId: null,
    title: titleOf(form, tools[input.tool]),
    input: form,
    baseVersionId: null,
    pickedModelId: input.modelId ?? null,
    usualModelId: null,
  })
}

/** Until the model has named its work, the form's own words do. */
function titleOf(form: Record<string, unknown>, tool: ToolDefinition): string {
  const given = form[tool.titleFrom]
  const firstLine = typeof given === 'string' ? given.trim().split('\n', 1)[0] : undefined
  return firstLine ? Array.from(firstLine).slice(0, 60).join('') : tool.title.zh
}
