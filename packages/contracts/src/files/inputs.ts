import { z } from 'zod'
import { idInput } from '../ids.ts'
import { operatorPageInput, pageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { instantInput } from '../time.ts'
import {
  fileKinds,
  filesBulkLimit,
  mostUploadBytes,
  downloadFormats,
  downloadSizes,
  unmarkedTermsVersion,
} from './kinds.ts'

export const listFilesInput = pageInput.extend({
  kind: z.enum(fileKinds).optional(),
  /** Those in the trash, in place of the others. */
  isTrashed: z.boolean().default(false),
})
export type ListFilesInput = z.output<typeof listFilesInput>

export const fileIdInput = z.object({ fileId: idInput('file') })

export const fileIdsInput = z.object({ fileIds: z.array(idInput('file')).min(1).max(filesBulkLimit) })

/** How a picture is wanted; it is never made larger. */
const pictureWish = {
  /** Left out, as it is kept. */
  format: z.enum(downloadFormats).optional(),
  size: z.enum(downloadSizes).default('full'),
}

export const fileLinkInput = z.object({
  fileId: idInput('file'),
  /** `show`: in a page, all but documents; `download`: to be saved under its name. */
  use: z.enum(['show', 'download']).default('download'),
  ...pictureWish,
})
export type FileLinkInput = z.output<typeof fileLinkInput>

/** Whoever takes a generated file without the visible mark answers for marking it (CAC labelling measures 2025, articles 9 and 10). */
export const takeUnmarkedInput = z.object({
  fileId: idInput('file'),
  acceptedTerms: z.literal(unmarkedTermsVersion),
  ...pictureWish,
})
export type TakeUnmarkedInput = z.output<typeof takeUnmarkedInput>

/** Beside the bytes of an upload: fields of a form, or of the address. */
export const uploadFileInput = z.object({
  /** What is wanted; left out, any kind is taken. */
  kind: z.enum(fileKinds).optional(),
  name: textInput(1, 255).optional(),
})
export type UploadFileInput = z.output<typeof uploadFileInput>

/** What is said of a file before its parts come. */
export const beginUploadInput = uploadFileInput.extend({
  bytes: z.int().min(1).max(mostUploadBytes),
  /** When the file was last changed, where it lies. */
  modifiedAt: instantInput.optional(),
})
export type BeginUploadInput = z.output<typeof beginUploadInput>

export const uploadIdInput = z.object({ uploadId: idInput('fileUpload') })

export const personSpaceInput = z.object({ userId: idInput('user') })

/** The most first; `search` finds an id, or part of user names and addresses. */
export const spaceByUserInput = operatorPageInput.extend({ search: textInput(0, 100).optional() })
export type SpaceByUserInput = z.output<typeof spaceByUserInput>
