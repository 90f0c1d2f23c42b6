import { z } from 'zod'
import { mostCreditsField } from '../generations/most-credits.ts'
import { idInput, parseId, requestKeyInput } from '../ids.ts'
import { imageToolKeys } from '../image-tools/registry.ts'
import { imageQualities } from '../models/image-kinds.ts'
import { textInput } from '../text.ts'
import {
  attachmentRoles,
  editModeKeys,
  imagePriceCredits,
  imageSizeKeys,
  imageStyleKeys,
  longestNegativePrompt,
  longestPrompt,
  mostImagePriceCredits,
  mostPictures,
  mostPicturesOf,
  mostWorkParts,
  upscaleFactors,
} from './kinds.ts'

/** A picture that is worked on: one of the person's files, or one that lies somewhere on the internet. */
export type PictureRef = { fileId: string } | { url: string }

/** `fil_…` of a file, or the address of a picture. */
export const pictureRefInput = z
  .string()
  .max(2_000)
  .meta({ examples: ['fil_019ab3d2c4e57f60a1b2c3d4e5f60718', 'https://example.com/cat.jpg'] })
  .transform((text, context): PictureRef => {
    const fileId = parseId('file', text)
    if (fileId !== null) return { fileId }
    if (/^https?:\/\//i.test(text) && URL.canParse(text)) return { url: text }
    context.addIssue({ code: 'custom', message: 'must be an id like fil_… or an address', params: { rule: 'picture' } })
    return z.NEVER
  })

const promptField = textInput(0, longestPrompt).default('')
const negativeField = textInput(0, longestNegativePrompt).default('')
const countField = z.number().int().min(1).max(mostPictures).default(1)
const strengthField = z.number().min(0).max(1).optional()

const pressFields = {
  modelId: idInput('model').nullish(),
  mostCredits: mostCreditsField,
  requestKey: requestKeyInput,
}

/** The place in a work that a picture is for. */
const workPlaceFields = {
  role: z.enum(attachmentRoles),
  /** Of illustrations: the section or card, from 0, as `images.workParts` counts them. */
  place: z
    .number()
    .int()
    .min(0)
    .max(mostWorkParts - 1)
    .optional(),
}
export const workPlaceInput = z.object({ creationId: idInput('creation'), ...workPlaceFields })
export type WorkPlaceInput = z.output<typeof workPlaceInput>

const required = (path: string) => ({ path: [path], message: 'required', params: { rule: 'required' } })

const hasPlace = ({ role, place }: { role: string; place?: number | undefined }) =>
  role === 'cover' || place !== undefined

export const generateImageInput = z
  .object({
    /** What is to be seen. May be left empty where `work` says it. */
    prompt: promptField,
    /** A text model makes more of the prompt, or of the work, before it is drawn; part of the same charge. */
    helpsPrompt: z.boolean().default(false),
    /** The work that the pictures are for; they are attached to it, the first where one alone is wanted. */
    work: workPlaceInput.nullish(),
    size: z.enum(imageSizeKeys).default('square'),
    style: z.enum(imageStyleKeys).default('none'),
    quality: z.enum(imageQualities).default('standard'),
    count: countField,
    negativePrompt: negativeField,
    /** A picture to go by; the size is then its own. */
    reference: pictureRefInput.nullish(),
    strength: strengthField,
    ...pressFields,
  })
  .refine(({ prompt, work }) => prompt !== '' || Boolean(work), required('prompt'))
  .refine(({ work }) => !work || hasPlace(work), required('work'))
export type GenerateImageInput = z.output<typeof generateImageInput>

export const varyImageInput = z.object({
  image: pictureRefInput,
  /** In which way it shall differ; may be left empty. */
  prompt: promptField,
  negativePrompt: negativeField,
  style: z.enum(imageStyleKeys).default('none'),
  /** 0 to 1: how far it may go. */
  strength: strengthField,
  count: countField,
  ...pressFields,
})
export type VaryImageInput = z.output<typeof varyImageInput>

export const editImageInput = z
  .object({
    image: pictureRefInput,
    mode: z.enum(editModeKeys),
    /** Of `inpaint`: a PNG of the picture's own size, white where it is made anew. */
    mask: pictureRefInput.nullish(),
    /** Left empty with `inpaint`, what is there is taken away; `remove_background` takes none. */
    prompt: promptField,
    negativePrompt: negativeField,
    style: z.enum(imageStyleKeys).default('none'),
    strength: strengthField,
    /** Of `remove_background` one alone: what is taken away is taken away. */
    count: countField,
    ...pressFields,
  })
  .refine(({ mode, mask }) => mode !== 'inpaint' || Boolean(mask), required('mask'))
  .refine(
    ({ mode, prompt, style }) =>
      (mode !== 'replace_background' || prompt !== '') && (mode !== 'restyle' || prompt !== '' || style !== 'none'),
    required('prompt'),
  )
  .superRefine(({ mode, count }, issues) => {
    const maximum = mostPicturesOf(mode)
    if (count > maximum) issues.addIssue({ code: 'too_big', origin: 'number', maximum, path: ['count'] })
  })
export type EditImageInput = z.output<typeof editImageInput>

const factorField = z.literal(upscaleFactors).default(2)

/** By a model that adds detail. */
export const upscaleImageInput = z.object({
  image: pictureRefInput,
  factor: factorField,
  ...pressFields,
})
export type UpscaleImageInput = z.output<typeof upscaleImageInput>

/** Plainly, pixel by pixel: no detail is added, it is done at once, and costs nothing. */
export const enlargeImageInput = z.object({ image: pictureRefInput, factor: factorField, requestKey: requestKeyInput })
export type EnlargeImageInput = z.output<typeof enlargeImageInput>

/** The same again, as a new version: the form of the version that is named, or of the newest. */
export const regenerateImageInput = z.object({
  creationId: idInput('creation'),
  versionId: idInput('version').nullish(),
  /** Left out: as they were. */
  prompt: textInput(1, longestPrompt).nullish(),
  count: z.number().int().min(1).max(mostPictures).nullish(),
  ...pressFields,
})
export type RegenerateImageInput = z.output<typeof regenerateImageInput>

export const imageCreationIdInput = z.object({ creationId: idInput('creation') })

export const attachPictureInput = z
  .object({ creationId: idInput('creation'), fileId: idInput('file'), ...workPlaceFields })
  .refine(hasPlace, required('place'))
export type AttachPictureInput = z.output<typeof attachPictureInput>

export const attachmentIdInput = z.object({ attachmentId: idInput('attachment') })

const priceField = z.number().int().min(1).max(mostImagePriceCredits)
/** Credits of one picture. */
export const imagePricesInput = z.object({
  prices: z
    .array(
      z.object({
        tool: z.enum(imageToolKeys),
        quality: z.enum(imageQualities),
        credits: priceField,
        /** What the operator saw: another price by now is not overwritten unseen. */
        before: priceField.nullish(),
      }),
    )
    .min(1)
    .max(imageToolKeys.length * imageQualities.length)
    .meta({ examples: [[{ tool: 'text-to-image', quality: 'standard', credits: imagePriceCredits }]] }),
  /** Why; kept with the change. */
  reason: textInput(2, 200),
})
export type ImagePricesInput = z.output<typeof imagePricesInput>
