import type { VendorError } from '@mozhou/contracts/vendor-error'
import type { Refusal } from './evidence-port.ts'

/** One of the package's media in its final form. */
export interface MediaFile {
  /** As in `package.media`. */
  id: string
  name: string
  mimeType: string
  size: number
  /** Bytes `start` to `end`, without the last. */
  read(start: number, end: number): Promise<Uint8Array>
  /** An https address that anybody can fetch for a day, for platforms that pull; null where we have none. */
  publicUrl: string | null
}

export type MediaRole = 'cover' | 'body' | 'set' | 'video'

export interface MediaWanted {
  id: string
  roles: readonly MediaRole[]
  /** Types that are taken, the preferred one first. */
  mimeTypes: readonly string[]
  maxBytes: number
  /** The platform pulls it: `publicUrl` must be there. */
  needsPublicUrl: boolean
}

/** What was uploaded so far. JSON, opaque, without secrets that outlive a day; kept until the publication has ended. */
export type UploadState = Readonly<{ version: 1 } & Record<string, unknown>>

/** `refused`: each picture that was refused is named, and `mediaId` is null where one is lacking; nothing may be submitted. Whatever else goes wrong is thrown, and may be tried again. */
export type Prepared =
  | { state: 'ready'; uploads: UploadState }
  | { state: 'refused'; uploads: UploadState; refusals: readonly Refusal[] }

/** What `prepare` throws while it uploads: the failure, and at what. */
export interface UploadFailure extends VendorError {
  mediaId: string
}
