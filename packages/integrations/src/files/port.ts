import type { AiLabel } from '../labels/aigc-label.ts'
import type { LabelledType } from '../labels/label-picture.ts'

export type PictureType = LabelledType
export type DocumentType =
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** What a file is by its own bytes; what its sender called it is nobody's proof. */
export type ExaminedFile =
  | { kind: 'picture'; type: PictureType; width: number; height: number }
  | { kind: 'document'; type: DocumentType }

export interface MadePicture {
  path: string
  type: PictureType
  width: number
  height: number
}

/** Paths that the pictures are written to; whoever asks has reserved them. */
export interface ThumbnailPaths {
  /** Fits into 480 pixels each way. */
  card: string
  /** 96 pixels each way, the middle. */
  icon: string
}

export interface MadePictures {
  picture: MadePicture
  thumbnails: { card: MadePicture; icon: MadePicture }
}

/** A code that was read out of a picture. */
export interface FoundCode {
  kind: 'qr' | 'barcode'
  text: string
}

/** Where drawn pictures go: PNG, for letters have edges. */
interface DrawTo {
  to: string
  thumbnails: ThumbnailPaths
  /** For the marks of an AI: both on a card, the implicit one alone in a formula. Null for what no model had a part in. */
  label: AiLabel | null
}

/**
 * All that reads what strangers sent, in a process of its own: neither a bomb nor a fault in a decoder takes the caller down, and no request
 * waits behind a picture.
 */
export interface FileWork {
  /** By header and directory alone. @throws AppError FILE_TYPE_REFUSED, FILE_DAMAGED, FILE_ANIMATED, FILE_PIXELS, FILE_ZIP_REFUSED */
  examine(path: string): Promise<ExaminedFile>
  /** A person's own picture anew: upright, without what its camera wrote beside it. @throws AppError FILE_DAMAGED, FILE_PIXELS, FILES_BUSY */
  clean(task: { source: string; type: PictureType; to: string; thumbnails: ThumbnailPaths }): Promise<MadePictures>
  /** A generated picture as it may leave: with the visible mark and the implicit one, thumbnails too. @throws like `clean` */
  deliver(task: {
    source: string
    type: PictureType
    to: string
    thumbnails: ThumbnailPaths
    label: AiLabel
  }): Promise<MadePictures>
  /** The implicit mark alone; pixels stay as they are. @throws AppError FILES_BUSY */
  label(task: { source: string; type: PictureType; to: string; label: AiLabel }): Promise<void>
  /** An image of ours from SVG, in fonts that come with the product. @throws AppError PICTURE_LETTERS_MISSING naming letters that none of them has, FILES_BUSY */
  draw(task: DrawTo & { svg: string }): Promise<MadePictures>
  /** A formula from its TeX. @throws AppError FORMULA_UNREADABLE, PICTURE_LETTERS_MISSING, FILES_BUSY */
  drawFormula(task: DrawTo & { tex: string; isDisplay: boolean }): Promise<MadePictures>
  /** QR codes and barcodes in a picture. @throws AppError FILE_DAMAGED, FILES_BUSY */
  readCodes(task: { source: string }): Promise<FoundCode[]>
  close(): Promise<void>
}

/** 50 megapixels: a decoder asks for memory by the pixel, and a file of a megabyte may claim any number of them. */
export const mostPixels = 50_000_000
