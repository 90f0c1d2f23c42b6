import { open } from 'node:fs/promises'
import { AppError } from '@mozhou/contracts/errors'
import { mediaReaderOf } from './media-header.ts'
import { examineOfficeZip } from './office-zip.ts'
import { pictureTypeOf, readPictureHeader } from './picture-header.ts'
import type { ReadAt } from './picture-header.ts'
import { mostPixels } from './port.ts'
import type { ExaminedFile, MediaHeader, PictureType } from './port.ts'

const field = 'file'

/** @throws AppError FILE_TYPE_REFUSED, FILE_DAMAGED, FILE_ANIMATED, FILE_PIXELS, FILE_ZIP_REFUSED */
export async function examineFile(path: string): Promise<ExaminedFile> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const read: ReadAt = async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    }
    const start = await read(0, 32)
    const type = pictureTypeOf(start)
    if (type !== null) return await examinePicture(type, read)
    if (start.toString('latin1', 0, 4) === 'PK\u0003\u0004') return await examineZip(path, size, read)
    const readMedia = mediaReaderOf(start)
    if (readMedia !== null) return refuseMedia(await readMedia(read, size))
    throw new AppError('FILE_TYPE_REFUSED', { field })
  } finally {
    await file.close()
  }
}

async function examinePicture(type: PictureType, read: ReadAt): Promise<ExaminedFile> {
  const header = await readPictureHeader(type, read)
  if (header === null) throw new AppError('FILE_DAMAGED', { field })
  if (header.isAnimated) throw new AppError('FILE_ANIMATED', { field })
  const { width, height } = header
  if (width * height > mostPixels)
    throw new AppError('FILE_PIXELS', { field, width, height, maximum: mostPixels / 1_000_000 })
  return { kind: 'picture', type, width, height }
}

function refuseMedia(found: MediaHeader): ExaminedFile {
  if (found.kind === 'foreign') throw new AppError('FILE_TYPE_REFUSED', { field })
  if (found.kind === 'damaged') throw new AppError('FILE_DAMAGED', { field })
  return found
}

async function examineZip(path: string, bytes: number, read: ReadAt): Promise<ExaminedFile> {
  const found = await examineOfficeZip(path, bytes, read)
  if (found.kind === 'office') return { kind: 'document', type: found.type }
  if (found.why === 'not_office') throw new AppError('FILE_TYPE_REFUSED', { field })
  if (found.why === 'damaged') throw new AppError('FILE_DAMAGED', { field })
  throw new AppError('FILE_ZIP_REFUSED', { field, rule: found.why })
}
