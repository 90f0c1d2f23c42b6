import type { OptimiseInput } from '@mozhou/contracts/writing/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { loadOwnCreation } from '../creations/load-own-creation.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

/** Rewrites the current version towards a goal; a charge of its own. @throws AppError CREATION_HAS_NO_TEXT. */
export async function optimiseText(
  ctx: GenerationsContext,
  input: OptimiseInput & { userId: string },
): Promise<RequestedGeneration> {
  const creation = await loadOwnCreation(ctx, input.creationId, input.userId)
  if (creation.currentVersionId === null) throw new AppError('CREATION_HAS_NO_TEXT')
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'writing',
    kind: 'optimise',
    tool: creation.tool,
    creationId: creation.id,
    title: creation.title,
    input: { form: creation.form, goal: input.goal, instruction: input.instruction ?? null },
    baseVersionId: creation.currentVersionId,
    pickedModelId: input.modelId ?? null,
    usualModelId: creation.requestedModelId,
  })
}
