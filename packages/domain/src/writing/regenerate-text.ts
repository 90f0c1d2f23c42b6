import type { RegenerateInput } from '@mozhou/contracts/writing/inputs'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { loadOwnCreation } from '../creations/load-own-creation.ts'
import { parseStoredInput, parseToolInput } from './parse-tool-input.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

/** Writes the same creation anew, from the last form or a changed one; a charge of its own, and the old versions stay. */
export async function regenerateText(
  ctx: GenerationsContext,
  input: RegenerateInput & { userId: string },
): Promise<RequestedGeneration> {
  const creation = await loadOwnCreation(ctx, input.creationId, input.userId)
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'writing',
    kind: 'regenerate',
    tool: creation.tool,
    creationId: creation.id,
    title: creation.title,
    input: input.input ? parseToolInput(creation.tool, input.input) : parseStoredInput(creation.tool, creation.form),
    baseVersionId: null,
    pickedModelId: input.modelId ?? null,
    usualModelId: creation.requestedModelId,
  })
}
