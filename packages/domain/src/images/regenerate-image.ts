import { AppError } from '@mozhou/contracts/errors'
import type { RegenerateImageInput } from '@mozhou/contracts/images/inputs'
import { mostPictures, mostPicturesOf } from '@mozhou/contracts/images/kinds'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'
import { operationOfMode } from './edit-operations.ts'
import type { ImageInput } from './image-input.ts'
import { readImageInput } from './image-input.ts'
import { imagePrice } from './image-prices.ts'
import { loadOwnImage } from './load-own-image.ts'
import { findPicture } from './load-picture.ts'

/**
 * The pictures of a version once more, as a new version and on a charge of its own; with another prompt or number where one is given.
 * @throws AppError those of `load-own-image.ts` and of `requestGeneration`, VERSION_NOT_FOUND, FILE_NOT_FOUND
 */
export async function regenerateImage(
  ctx: GenerationsContext,
  input: RegenerateImageInput & { userId: string },
): Promise<RequestedGeneration> {
  const creation = await loadOwnImage(ctx, input)
  const last = await lastAsked(ctx, input)
  const stored = last?.input ?? creation.copiedForm
  if (stored === null) throw new AppError(input.versionId ? 'VERSION_NOT_FOUND' : 'CREATION_HAS_NO_PICTURES')
  const before = readImageInput(stored)
  await requirePictures(ctx, before, input.userId)
  const form = {
    ...before,
    // Words that a person has put in place of the helped ones are taken as they are.
    ...(input.prompt ? { prompt: input.prompt, helpsPrompt: false } : {}),
    count: countOf(before, input),
    unitCredits: await imagePrice(ctx, before.tool, before.quality),
  }
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'image',
    kind: 'regenerate',
    tool: before.tool,
    creationId: creation.id,
    title: creation.title,
    input: form,
    baseVersionId: null,
    pickedModelId: input.modelId ?? null,
    usualModelId: last?.requestedModelId ?? null,
  })
}

/** As many as before, or as are wanted now. @throws AppError VALIDATION_FAILED for more cut-outs than one */
function countOf({ operation, count }: ImageInput, wanted: RegenerateImageInput): number {
  const maximum = operation === operationOfMode.remove_background ? mostPicturesOf('remove_background') : mostPictures
  if ((wanted.count ?? 1) > maximum)
    throw new AppError('VALIDATION_FAILED', { field: 'count', rule: 'too_big', origin: 'number', maximum })
  return Math.min(wanted.count ?? count, maximum)
}

/** What it was made of may have been deleted since. @throws AppError FILE_NOT_FOUND */
async function requirePictures(ctx: GenerationsContext, form: ImageInput, userId: string): Promise<void> {
  const wanted = { image: form.sourceFileId, mask: form.maskFileId }
  for (const [field, fileId] of Object.entries(wanted)) {
    if (fileId === null) continue
    const isThere = await ctx.prisma.file.count({ where: { id: fileId, userId, deletedAt: null } })
    if (isThere === 0 || !(await findPicture(ctx, fileId))) throw new AppError('FILE_NOT_FOUND', { field })
  }
}

function lastAsked(
  ctx: GenerationsContext,
  { creationId, versionId }: Pick<RegenerateImageInput, 'creationId' | 'versionId'>,
) {
  return ctx.prisma.generation.findFirst({
    where: {
      creationId,
      status: { not: 'refused' },
      ...(versionId ? { version: { id: versionId } } : {}),
    },
    orderBy: { ordinal: 'desc' },
    select: { input: true, requestedModelId: true },
  })
}
