import type { Block } from '@mozhou/text/blocks'

/** A code that was read out of a picture. */
export interface PictureCode {
  kind: 'qr' | 'barcode'
  text: string
}

interface MediaFacts {
  id: string
  /** The address by which the text names it (`![图](address)`); null for one that stands outside the text. */
  source: string | null
  name: string
  mimeType: string
  bytes: number
  width: number
  height: number
  /** Whether a model made it, and what its labels are (GB 45438-2025: one that is seen, one in the file). */
  ai: { isGenerated: boolean; hasVisibleLabel: boolean; hasFileLabel: boolean }
}

export interface ImageFacts extends MediaFacts {
  kind: 'image'
  alt: string
  isAnimated: boolean
  /** What a reader of codes found; null when none has looked. */
  codes: readonly PictureCode[] | null
}

export interface VideoFacts extends MediaFacts {
  kind: 'video'
  /** SHA-256 of its bytes in hexadecimal digits: these are posted, and no others. */
  sha256: string
  seconds: number
  /** As ffprobe names them; null without sound. */
  videoCodec: string
  audioCodec: string | null
}

/** Pictures and films as they were measured; nothing here is taken from what somebody says of them. */
export type MediaFact = ImageFacts | VideoFacts

/** A work as it is, before any platform. */
export interface WorkDocument {
  title: string
  /** The author's own; null when none was written. */
  summary: string | null
  author: string | null
  blocks: readonly Block[]
  tags: readonly string[]
  media: readonly MediaFact[]
  /** The id of a picture in `media`. */
  cover: string | null
  /** An advertisement is held to the advertising law; an article is only asked to look. */
  purpose: 'article' | 'advertisement'
  /** Whether a model had a part in the text. */
  isAiGenerated: boolean
}
