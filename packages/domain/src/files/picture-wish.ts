import { AppError } from '@mozhou/contracts/errors'
import { longestWebpSide } from '@mozhou/contracts/files/kinds'
import type { DownloadFormat, DownloadSize } from '@mozhou/contracts/files/kinds'
import type { PictureType } from '@mozhou/integrations/files/port'
import { storedPictureType } from '../stored-columns.ts'
import { leaving } from './open-file.ts'

/** How somebody wants a picture: in which format, left out as it is kept, and how large. */
export interface PictureWish {
  format?: DownloadFormat | undefined
  size?: DownloadSize | undefined
}

interface WishedFile {
  kind: string
  contentId: string | null
  assets: readonly { purpose: string; mediaType: string; width: number | null; height: number | null }[]
}

/** What a wish comes to for one picture. */
export interface Variant {
  type: PictureType
  /** Of the longer side, in pixels; null where it stays as large as it is. */
  longSide: number | null
  /** What it already is: nothing has to be made. */
  isAsKept: boolean
}

/** @throws AppError FILE_NOT_FOUND, FILE_NOT_PICTURE, PICTURE_FORMAT_SIDE naming the field */
export function variantOf(file: WishedFile, { format, size = 'full' }: PictureWish): Variant {
  const asset = leaving(file.assets)
  if (!asset) throw new AppError('FILE_NOT_FOUND')
  if (file.kind !== 'picture')
    throw new AppError('FILE_NOT_PICTURE', { field: format === undefined ? 'size' : 'format' })
  const kept = storedPictureType(asset.mediaType)
  const type: PictureType = format === undefined ? kept : `image/${format}`
  const longer = Math.max(asset.width ?? 0, asset.height ?? 0)
  const longSide = size === 'full' || Number(size) >= longer ? null : Number(size)
  if (type === 'image/webp' && type !== kept && (longSide ?? longer) > longestWebpSide)
    throw new AppError('PICTURE_FORMAT_SIDE', { field: 'format', maximum: longestWebpSide })
  return { type, longSide, isAsKept: type === kept && longSide === null }
}

/** Whether somebody wishes for more than the file as it is. */
export const isWish = ({ format, size = 'full' }: PictureWish): boolean => format !== undefined || size !== 'full'
