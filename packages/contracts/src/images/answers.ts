import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { creationRowAnswer } from '../creations/answers.ts'
import { versionKinds } from '../creations/kinds.ts'
import { generationAnswer } from '../generations/answers.ts'
import { imageToolKeys } from '../image-tools/registry.ts'
import { idAnswer } from '../ids.ts'
import { imageOperations, imageQualities, pictureStates } from '../models/image-kinds.ts'
import { errorCodeAnswer } from '../requests/answers.ts'
import { attachmentRoles, imageSizeKeys, imageStyleKeys } from './kinds.ts'

/** A picture of somebody's, as a page shows it. Addresses are short-lived and on the API's host. */
export const pictureAnswer = z
  .object({
    fileId: idAnswer('file'),
    width: countAnswer,
    height: countAnswer,
    mediaType: z.string(),
    bytes: countAnswer,
    /** Null while it is in the trash. */
    urls: z.object({ full: z.string(), card: z.string(), icon: z.string() }).nullable(),
  })
  .meta({ id: 'Picture' })
export type PictureDto = z.output<typeof pictureAnswer>

/** What was asked for. Fields that a tool does not have are null. */
export const imageFormAnswer = z
  .object({
    tool: z.enum(imageToolKeys),
    operation: z.enum(imageOperations),
    /** As the person wrote it. */
    prompt: z.string(),
    helpsPrompt: z.boolean(),
    negativePrompt: z.string(),
    size: z.enum(imageSizeKeys).nullable(),
    style: z.enum(imageStyleKeys),
    quality: z.enum(imageQualities),
    count: countAnswer,
    strength: z.number().nullable(),
    factor: countAnswer.nullable(),
    /** The work and the place in it that it is for. */
    work: z
      .object({ creationId: idAnswer('creation'), role: z.enum(attachmentRoles), place: countAnswer.nullable() })
      .nullable(),
    /** The picture worked on; null where there is none, or it is gone. */
    source: pictureAnswer.nullable(),
    /** The version that the source stands in, which makes the versions a tree; null for an upload and for what began with words. */
    sourceVersionId: idAnswer('version').nullable(),
  })
  .meta({ id: 'ImageForm' })
export type ImageFormDto = z.output<typeof imageFormAnswer>

export const imageVersionAnswer = z
  .object({
    id: idAnswer('version'),
    ordinal: countAnswer,
    kind: z.enum(versionKinds),
    generationId: idAnswer('generation').nullable(),
    /** Null for the first ones, and for what was made of an upload. */
    parentVersionId: idAnswer('version').nullable(),
    form: imageFormAnswer,
    /** What the model was told, after the prompt's help. */
    usedPrompt: z.string(),
    /** Whether a text model wrote it. */
    isPromptHelped: z.boolean(),
    pictures: z.array(pictureAnswer),
    /** Pictures that were asked for and not delivered, and so not charged. */
    missing: countAnswer,
    /** Enlarged plainly, with no model and no detail added. */
    isPlain: z.boolean(),
    /** Whether a model had a part in it, here or in what it was enlarged from; not so for a person's own picture. */
    isByAi: z.boolean(),
    /** Stopped by the person. */
    isPartial: z.boolean(),
    model: z.string().nullable(),
    isSandbox: z.boolean(),
    createdAt: instantAnswer,
  })
  .meta({ id: 'ImageVersion' })
export type ImageVersionDto = z.output<typeof imageVersionAnswer>

/** A run by its pictures. Ask again for it whenever the progress tells of a picture. */
export const imageRunAnswer = z
  .object({
    generation: generationAnswer,
    form: imageFormAnswer,
    step: z.enum(['waiting', 'prompt', 'pictures', 'done']),
    /** What the model is told; null until it is known. */
    usedPrompt: z.string().nullable(),
    pictures: z.array(
      z.object({
        /** From 1. */
        place: countAnswer,
        state: z.enum(pictureStates),
        picture: pictureAnswer.nullable(),
        failure: errorCodeAnswer.nullable(),
      }),
    ),
  })
  .meta({ id: 'ImageRun' })
export type ImageRunDto = z.output<typeof imageRunAnswer>

export const imageCreationAnswer = z
  .object({
    creation: creationRowAnswer,
    currentVersionId: idAnswer('version').nullable(),
    /** Oldest first; `parentVersionId` makes a tree of them. */
    versions: z.array(imageVersionAnswer),
    /** The newest run, whatever became of it. Null for a work that was copied, or only ever enlarged plainly. */
    run: imageRunAnswer.nullable(),
    deletedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'ImageCreation' })
export type ImageCreationDto = z.output<typeof imageCreationAnswer>

export const imagePriceAnswer = z.object({
  tool: z.enum(imageToolKeys),
  quality: z.enum(imageQualities),
  /** Of one picture, for who is no member. */
  credits: countAnswer,
})
export type ImagePriceDto = z.output<typeof imagePriceAnswer>

/** For operators: since when; null where nobody ever said another price. */
const imagePriceRowAnswer = imagePriceAnswer.extend({ since: instantAnswer.nullable() })
export type ImagePriceRowDto = z.output<typeof imagePriceRowAnswer>

/** A change of prices, which held from its instant on. */
const imagePriceChangeAnswer = z.object({
  id: idAnswer('audit'),
  at: instantAnswer,
  /** Who set it. */
  by: z.string(),
  /** Null of changes from before a reason was asked for. */
  reason: z.string().nullable(),
  changes: z.array(imagePriceAnswer.extend({ before: countAnswer })),
})
export type ImagePriceChangeDto = z.output<typeof imagePriceChangeAnswer>

export const imageToolsAnswer = z
  .object({
    tools: z.array(z.object({ key: z.enum(imageToolKeys), title: wordingAnswer, description: wordingAnswer })),
    sizes: z.array(
      z.object({
        key: z.enum(imageSizeKeys),
        title: wordingAnswer,
        platform: wordingAnswer.nullable(),
        ratio: z.object({ width: countAnswer, height: countAnswer }),
      }),
    ),
    styles: z.array(z.object({ key: z.enum(imageStyleKeys), title: wordingAnswer })),
    qualities: z.array(z.object({ key: z.enum(imageQualities), title: wordingAnswer })),
    mostPictures: countAnswer,
    prices: z.array(imagePriceAnswer),
    /** What some model can do at this moment; a tool that none can is not offered. */
    operations: z.array(z.enum(imageOperations)),
  })
  .meta({ id: 'ImageTools' })
export type ImageToolsDto = z.output<typeof imageToolsAnswer>

/** A picture that was enlarged plainly, and the version that it stands in. */
export const imageEnlargedAnswer = z
  .object({
    creationId: idAnswer('creation'),
    versionId: idAnswer('version'),
    picture: pictureAnswer,
  })
  .meta({ id: 'ImageEnlarged' })
export type ImageEnlargedDto = z.output<typeof imageEnlargedAnswer>

/** A place of a work that may have pictures. */
export const workPartAnswer = z
  .object({
    role: z.enum(attachmentRoles),
    /** Null for the cover. */
    place: countAnswer.nullable(),
    title: z.string(),
    /** Its first words. */
    excerpt: z.string(),
    /** The size that suits the work's platform. */
    size: z.enum(imageSizeKeys),
  })
  .meta({ id: 'WorkPart' })
export type WorkPartDto = z.output<typeof workPartAnswer>

export const attachmentAnswer = z
  .object({
    id: idAnswer('attachment'),
    creationId: idAnswer('creation'),
    role: z.enum(attachmentRoles),
    place: countAnswer.nullable(),
    picture: pictureAnswer,
    /** The work of pictures that it comes from; null for an upload. */
    imageCreationId: idAnswer('creation').nullable(),
    createdAt: instantAnswer,
  })
  .meta({ id: 'Attachment' })
export type AttachmentDto = z.output<typeof attachmentAnswer>

export const maskAnswer = z.object({
  fileId: idAnswer('file'),
  width: countAnswer,
  height: countAnswer,
  expiresAt: instantAnswer,
})
export type MaskDto = z.output<typeof maskAnswer>
