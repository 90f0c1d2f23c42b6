import { AppError } from '@mozhou/contracts/errors'
import type {
  EditImageInput,
  GenerateImageInput,
  UpscaleImageInput,
  VaryImageInput,
} from '@mozhou/contracts/images/inputs'
import { mostEnlargedPixels } from '@mozhou/contracts/images/kinds'
import { imageTools } from '@mozhou/contracts/image-tools/registry'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import type { RequestedGeneration } from '../generations/request-generation.ts'
import { operationOfMode } from './edit-operations.ts'
import type { ImageInput } from './image-input.ts'
import { imagePrice } from './image-prices.ts'
import { readFoundPicture } from './load-picture.ts'
import type { StoredPicture } from './load-picture.ts'
import { resolvePicture } from './resolve-picture.ts'
import type { ResolvedPicture } from './resolve-picture.ts'
import { loadIllustratedWork, placeOf } from './work-parts.ts'

type Own<Input> = Input & { userId: string }
interface Pressed {
  userId: string
  requestKey: string
  modelId?: string | null | undefined
  mostCredits?: number | null | undefined
}

const longestTitle = 60

/** What a tool leaves as it is. */
const usual = {
  prompt: '',
  helpsPrompt: false,
  negativePrompt: '',
  size: null,
  style: 'none',
  quality: 'standard',
  count: 1,
  strength: null,
  factor: null,
  work: null,
  sourceFileId: null,
  sourceVersionId: null,
  maskFileId: null,
} as const satisfies Partial<ImageInput>

/** The first line of what was asked for, or what it was asked of. */
const titleOf = (...candidates: readonly string[]): string => {
  const named = candidates.map((text) => text.trim().split('\n', 1)[0] ?? '').find((line) => line !== '')
  return Array.from(named ?? '')
    .slice(0, longestTitle)
    .join('')
}

/**
 * New pictures from words, for a work, or by another picture.
 * @throws AppError those of `requestGeneration`, of pictures (`resolve-picture.ts`), and of the work that they are for (`work-parts.ts`)
 */
export async function generateImage(
  ctx: GenerationsContext,
  input: Own<GenerateImageInput>,
): Promise<RequestedGeneration> {
  const { prompt, helpsPrompt, size, style, quality, count, negativePrompt, userId, reference } = input
  const work = input.work ? await workOf(ctx, input.work, userId) : null
  const given = reference
    ? await resolvePicture(ctx, { userId, requestKey: input.requestKey, ref: reference, field: 'reference' })
    : null
  const form: Omit<ImageInput, 'unitCredits'> = {
    ...usual,
    tool: 'text-to-image',
    operation: given ? 'variation' : 'generate',
    prompt,
    helpsPrompt,
    negativePrompt,
    size: given ? null : size,
    style,
    quality,
    count,
    strength: input.strength ?? null,
    work: work && { creationId: work.creationId, role: work.role, place: work.place },
    sourceFileId: given?.picture.fileId ?? null,
  }
  return press(ctx, input, form, { title: titleOf(prompt, work?.title ?? ''), home: null })
}

async function workOf(ctx: GenerationsContext, wanted: NonNullable<GenerateImageInput['work']>, userId: string) {
  const { creationId, role, place = 0 } = wanted
  const work = await loadIllustratedWork(ctx, { creationId, userId })
  const found = placeOf(work, { role, place: role === 'cover' ? 0 : place })
  return { creationId, role, place: found.place, title: found.title === '' ? work.title : found.title }
}

/** Others like a picture. @throws AppError as `generateImage` */
export async function varyImage(ctx: GenerationsContext, input: Own<VaryImageInput>): Promise<RequestedGeneration> {
  const { prompt, negativePrompt, style, count } = input
  const given = await sourceOf(ctx, input)
  const form = {
    ...usual,
    ...sourceFields(given),
    tool: 'image-variation' as const,
    operation: 'variation' as const,
    prompt,
    negativePrompt,
    style,
    count,
    strength: input.strength ?? null,
  }
  return press(ctx, input, form, { title: titleOf(prompt, given.name), home: given.home })
}

/** A part anew, another style or background, or none. @throws AppError IMAGE_MASK_DIFFERS, IMAGE_MASK_COLOURED, IMAGE_MASK_EMPTY besides those of `generateImage` */
export async function editImage(ctx: GenerationsContext, input: Own<EditImageInput>): Promise<RequestedGeneration> {
  const { mode, negativePrompt, style, count } = input
  const given = await sourceOf(ctx, input)
  const mask = mode === 'inpaint' ? await maskOf(ctx, input, given.picture) : null
  const prompt = mode === 'remove_background' ? '' : input.prompt
  const form = {
    ...usual,
    ...sourceFields(given),
    tool: 'image-edit' as const,
    operation: operationOfMode[mode],
    prompt,
    negativePrompt,
    style,
    count,
    strength: input.strength ?? null,
    maskFileId: mask?.fileId ?? null,
  }
  return press(ctx, input, form, { title: titleOf(prompt, given.name), home: given.home })
}

async function maskOf(
  ctx: GenerationsContext,
  { mask, userId, requestKey }: Own<EditImageInput>,
  source: StoredPicture,
): Promise<StoredPicture> {
  if (!mask) throw new AppError('VALIDATION_FAILED', { field: 'mask', rule: 'required' })
  const { picture } = await resolvePicture(ctx, { userId, requestKey, ref: mask, field: 'mask' })
  const isSame = picture.width === source.width && picture.height === source.height
  if (!isSame || picture.type !== 'image/png') throw new AppError('IMAGE_MASK_DIFFERS', { field: 'mask' })
  const bytes = await readFoundPicture(ctx, picture)
  // Any photograph has bright parts: as a mask it would have them made anew.
  if (!picture.isMask && !(await ctx.pictureTools.isBlackAndWhite(bytes)))
    throw new AppError('IMAGE_MASK_COLOURED', { field: 'mask' })
  const isPainted = await ctx.pictureTools.hasWhite(bytes)
  if (!isPainted) throw new AppError('IMAGE_MASK_EMPTY', { field: 'mask' })
  return picture
}

/** With detail that a model adds. @throws AppError IMAGE_TOO_LARGE_TO_ENLARGE besides those of `generateImage` */
export async function upscaleImage(
  ctx: GenerationsContext,
  input: Own<UpscaleImageInput>,
): Promise<RequestedGeneration> {
  const given = await sourceOf(ctx, input)
  refuseTooLarge(given.picture, input.factor)
  const form = {
    ...usual,
    ...sourceFields(given),
    tool: 'image-upscale' as const,
    operation: 'upscale' as const,
    factor: input.factor,
  }
  return press(ctx, input, form, { title: titleOf(given.name), home: given.home })
}

/** @throws AppError IMAGE_TOO_LARGE_TO_ENLARGE */
export function refuseTooLarge({ width, height }: StoredPicture, factor: number): void {
  if (width * factor * height * factor > mostEnlargedPixels)
    throw new AppError('IMAGE_TOO_LARGE_TO_ENLARGE', { maximum: mostEnlargedPixels / 1_000_000, field: 'factor' })
}

const sourceOf = (
  ctx: GenerationsContext,
  { image, userId, requestKey }: Pressed & Pick<VaryImageInput, 'image'>,
): Promise<ResolvedPicture> => resolvePicture(ctx, { userId, requestKey, ref: image, field: 'image' })

const sourceFields = ({ picture, home }: ResolvedPicture) => ({
  sourceFileId: picture.fileId,
  sourceVersionId: home?.versionId ?? null,
})

/** A picture of a work of pictures gives that work another version; anything else begins one. */
async function press(
  ctx: GenerationsContext,
  input: Pressed,
  form: Omit<ImageInput, 'unitCredits'>,
  { title, home }: { title: string; home: ResolvedPicture['home'] },
): Promise<RequestedGeneration> {
  const unitCredits = await imagePrice(ctx, form.tool, form.quality)
  return requestGeneration(ctx, {
    userId: input.userId,
    press: pressOf(input),
    creationKind: 'image',
    kind: home ? 'regenerate' : 'generate',
    tool: form.tool,
    creationId: home?.creationId ?? null,
    title: title === '' ? imageTools[form.tool].title.zh : title,
    input: { ...form, unitCredits },
    baseVersionId: home?.versionId ?? null,
    pickedModelId: input.modelId ?? null,
    usualModelId: null,
  })
}
