import type { AiLabel } from '../labels/aigc-label.ts'
import type { LabelledType } from '../labels/label-picture.ts'

export type PictureType = LabelledType
export type DocumentType =
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

export type VideoType = 'video/mp4' | 'video/quicktime' | 'video/webm'
export type AudioType = 'audio/mpeg' | 'audio/mp4' | 'audio/wav'

/** What a container says of its film: upright, in pixels and seconds, codecs as ffprobe names them. */
export interface FilmFacts {
  width: number
  height: number
  seconds: number
  videoCodec: string
  /** Null without sound. */
  audioCodec: string | null
}

/** `film` is null where the container does not say all of it. `foreign`: a container of another sort, or with nothing in it that we take; `damaged`: one that is cut off or does not hold together. */
export type MediaHeader =
  | { kind: 'video'; type: VideoType; film: FilmFacts | null }
  | { kind: 'audio'; type: AudioType }
  | { kind: 'foreign' }
  | { kind: 'damaged' }

/** What a file is by its own bytes; what its sender called it is nobody's proof. */
export type ExaminedFile =
  | { kind: 'picture'; type: PictureType; width: number; height: number }
  | { kind: 'document'; type: DocumentType }
  | { kind: 'video'; type: VideoType; film: FilmFacts | null }
  | { kind: 'audio'; type: AudioType }

/** A picture in another format or size, never larger than it is. */
export interface ConvertTask {
  source: string
  /** What it becomes. */
  type: PictureType
  to: string
  /** Of the longer side, in pixels; null leaves the size. */
  longSide: number | null
  /** For the implicit mark, which every encoding loses; null for what no model had a part in. */
  label: AiLabel | null
  /** Draws the visible mark, at the size that it becomes: over a picture that has none. */
  isMarked: boolean
}

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
  /** @throws like `clean` */
  convert(task: ConvertTask): Promise<MadePicture>
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
