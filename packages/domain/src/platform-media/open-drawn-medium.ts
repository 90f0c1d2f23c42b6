import { buffer } from 'node:stream/consumers'
import type { FilesContext } from '../files/files-context.ts'
import { findBytes, openBytes } from '../files/open-file.ts'
import { keepDrawnMedium } from './keep-drawn-medium.ts'
import type { DrawnFor, DrawnMedium } from './keep-drawn-medium.ts'

export interface OpenedMedium {
  fileId: string
  name: string
  mimeType: string
  bytes: Uint8Array
}

/** A card or a formula as the picture that is uploaded: drawn if it was not yet, and read from the store. @throws AppError like `keepDrawnMedium` */
export async function openDrawnMedium(
  ctx: FilesContext,
  medium: DrawnMedium,
  drawnFor: DrawnFor,
): Promise<OpenedMedium> {
  const fileId = await keepDrawnMedium(ctx, medium, drawnFor)
  const { sha256, mediaType, name } = await findBytes(ctx, { fileId, part: 'file', use: 'download' })
  const bytes = await buffer(await openBytes(ctx, sha256))
  return { fileId, name, mimeType: mediaType, bytes: new Uint8Array(bytes) }
}
