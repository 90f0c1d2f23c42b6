import type { RewriteSelectionInput } from '@mozhou/contracts/editing/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { loadOwnCreation } from '../creations/load-own-creation.ts'
import { loadVersion } from '../creations/load-version.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'

/** Characters of the text around a selection that the model is shown, on each side. */
const surroundings = 600

/**
 * Asks for a replacement of a selection in the current version; a charge of its own. Nothing of the work changes until it is accepted.
 * @throws AppError CREATION_CONFLICT when the selection is of an older version, VALIDATION_FAILED when it is not what stands there.
 */
export async function rewriteSelection(
  ctx: GenerationsContext,
  input: RewriteSelectionInput & { userId: string },
): Promise<RequestedGeneration> {
  const creation = await loadOwnCreation(ctx, input.creationId, input.userId)
  const isRepeat = creation.requestKeys.has(input.requestKey)
  if (creation.currentVersionId === null) throw new AppError('CREATION_HAS_NO_TEXT')
  if (!isRepeat && creation.currentVersionId !== input.baseVersionId) {
    throw new AppError('CREATION_CONFLICT', {
      currentVersionId: formatId('version', creation.currentVersionId),
      baseVersionId: formatId('version', input.baseVersionId),
    })
  }
  const base = await loadVersion(ctx, { ...input, versionId: input.baseVersionId })
  const whole = base.result[input.field]
  if (typeof whole !== 'string') throw new AppError('VALIDATION_FAILED', { field: 'field', rule: 'invalid_value' })
  const { field, start, end, text } = input
  if (whole.slice(start, end) !== text) throw new AppError('VALIDATION_FAILED', { field: 'text', rule: 'selection' })
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'writing',
    kind: 'rewrite',
    tool: creation.tool,
    creationId: creation.id,
    title: creation.title,
    input: {
      selection: { field, start, end, text },
      before: whole.slice(Math.max(0, start - surroundings), start),
      after: whole.slice(end, end + surroundings),
      goal: input.goal,
      instruction: input.instruction ?? null,
    },
    baseVersionId: input.baseVersionId,
    pickedModelId: input.modelId ?? null,
    usualModelId: creation.requestedModelId,
  })
}
