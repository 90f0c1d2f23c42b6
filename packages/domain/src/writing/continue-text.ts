import type { ContinueInput } from '@mozhou/contracts/writing/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { continuationsLeft } from '../generations/generation-rules.ts'
import { loadOwnCreation } from '../creations/load-own-creation.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

/**
 * Goes on with a text that a length stop or the person cut short; free, for the text was paid for.
 * @throws AppError CREATION_NOT_INCOMPLETE, CONTINUE_LIMIT_REACHED.
 */
export async function continueText(
  ctx: GenerationsContext,
  input: ContinueInput & { userId: string },
): Promise<RequestedGeneration> {
  const creation = await loadOwnCreation(ctx, input.creationId, input.userId)
  const isRepeat = creation.requestKeys.has(input.requestKey)
  if (!isRepeat && (!creation.isIncomplete || creation.currentVersionId === null))
    throw new AppError('CREATION_NOT_INCOMPLETE')
  if (!isRepeat && continuationsLeft(creation.history) === 0) throw new AppError('CONTINUE_LIMIT_REACHED')
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'writing',
    kind: 'continue',
    tool: creation.tool,
    creationId: creation.id,
    title: creation.title,
    input: { form: creation.form },
    baseVersionId: creation.currentVersionId,
    pickedModelId: null,
    usualModelId: creation.requestedModelId,
  })
}
