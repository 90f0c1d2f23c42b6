import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { fileKinds, fileOrigins, filePurposes } from './kinds.ts'

export const fileAnswer = z
  .object({
    id: idAnswer('file'),
    kind: z.enum(fileKinds),
    origin: z.enum(fileOrigins),
    name: z.string(),
    mediaType: z.string(),
    bytes: countAnswer,
    /** With its thumbnails and the original: what its deletion gives back. */
    spaceBytes: countAnswer,
    /** Of pictures and films, in pixels. */
    width: countAnswer.nullable(),
    height: countAnswer.nullable(),
    /** Of films, as their container says; null where it does not. */
    seconds: z
      .number()
      .nullable()
      .meta({ examples: [12.5] }),
    /** It carries the mark of an AI: a model made it, or its person said so. */
    isAiGenerated: z.boolean(),
    /** Short-lived addresses on this host; null for what is no picture. */
    thumbnails: z.object({ card: z.string(), icon: z.string() }).nullable(),
    createdAt: instantAnswer,
    deletedAt: instantAnswer.nullable(),
    /** Begun days until it is deleted for good; null outside of the trash. */
    daysLeft: countAnswer.nullable(),
  })
  .meta({ id: 'File' })
export type FileDto = z.output<typeof fileAnswer>

export const fileLinkAnswer = z.object({ url: z.string(), expiresAt: instantAnswer }).meta({ id: 'FileLink' })
export type FileLinkDto = z.output<typeof fileLinkAnswer>

export const fileSpaceAnswer = z
  .object({
    usedBytes: countAnswer,
    /** Of uploads that are under way: held beside what is used. */
    heldBytes: countAnswer,
    limitBytes: countAnswer,
    trash: z.object({ files: countAnswer, bytes: countAnswer }),
    /** Those in the trash among them; what ends by itself is not counted in `usedBytes`. */
    purposes: z.array(
      z.object({ purpose: z.enum(filePurposes), files: countAnswer, bytes: countAnswer, isCounted: z.boolean() }),
    ),
  })
  .meta({ id: 'FileSpace' })
export type FileSpaceDto = z.output<typeof fileSpaceAnswer>

/** How many files it was. */
export const filesChangedAnswer = z.object({ files: countAnswer }).meta({ id: 'FilesChanged' })
export type FilesChangedDto = z.output<typeof filesChangedAnswer>

/** Whose files take how much, for operators. */
const personSpaceAnswer = z.object({
  user: z.object({ id: idAnswer('user'), username: z.string() }),
  usedBytes: countAnswer,
  heldBytes: countAnswer,
  limitBytes: countAnswer,
  files: countAnswer,
  trashBytes: countAnswer,
})
export type PersonSpaceDto = z.output<typeof personSpaceAnswer>

const storageTotalsAnswer = z.object({
  /** Who has files. */
  people: countAnswer,
  usedBytes: countAnswer,
  /** Sets of bytes in the store, the same ones once, and what they come to. */
  blobs: countAnswer,
  storedBytes: countAnswer,
})
export type StorageTotalsDto = z.output<typeof storageTotalsAnswer>
