import type { OptimiseInput } from '@mozhou/contracts/writing/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { assertModelAllowed } from '../models/assert-model-allowed.ts'
import { loadOwnCreation } from '../creations/load-own-creation.ts'
import { requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

/** Rewrites the current version towards a goal; a charge of its own. @throws AppError CREATION_HAS_NO_TEXT. */
export async function optimiseText(
  ctx: DomainContext,
  input: OptimiseInput & { userId: string },
): Promise<RequestedGeneration> {
  const creation = await loadOwnCreation(ctx, input.creationId, input.userId)
  if (creation.currentVersionId === null) throw new AppError('CREATION_HAS_NO_TEXT')
  await assertModelAllowed(ctx, input.userId, input.modelId ?? null)
  return requestGeneration(ctx, {
    userId: input.userId,
    requestKey: input.requestKey,
    kind: 'optimise',
    tool: creation.tool,
    creationId: creation.id,
    title: creation.title,
    input: { form: creation.form, goal: input.goal, instruction: input.instruction ?? null },
    baseVersionId: creation.currentVersionId,
    requestedModelId: input.modelId ?? creation.requestedModelId,
  })
}
