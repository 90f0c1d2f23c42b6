import { uploadRestHours } from '@mozhou/contracts/files/kinds'

const hourMs = 3_600_000

/** When an upload in parts ends by itself, unless another part comes. */
export const uploadExpiry = (now: Date): Date => new Date(now.getTime() + uploadRestHours * hourMs)

/** Bytes of uploads whose rows must be gone: a day more than any of them lives after its last part. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - (uploadRestHours + 24) * hourMs)
