import type { ImageAbilities, PictureSize } from '@mozhou/contracts/models/image-abilities'
import type { ImageQuality, PictureType } from '@mozhou/contracts/models/image-kinds'
import type { VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { AuthProfile } from '@mozhou/contracts/models/kinds'
import type { ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { VendorError } from '@mozhou/contracts/vendor-error'

/** A picture that was sniffed and decoded to its end. */
export interface Picture extends PictureSize {
  bytes: Uint8Array
  type: PictureType
}

interface Common {
  /** Pictures to be made. A model that makes fewer in one call is called more than once, each call with a task of its own. */
  count: number
  format: PictureType
  /** Opaque, no personal data: vendors use it to trace abuse. */
  endUserKey: string
}

interface Words {
  prompt: string
  /** What shall not be seen. */
  negativePrompt?: string
}

export type ImageRequest = Common &
  (
    | ({ operation: 'generate'; size: PictureSize; quality?: ImageQuality; seed?: number } & Words)
    /** Another picture like this one; the prompt may say in which way. `strength`, 0 to 1, is how far it may go. */
    | ({ operation: 'variation'; source: Picture; strength?: number } & Words)
    /** White of the mask is made anew; an empty prompt takes away what is there. */
    | ({ operation: 'edit'; source: Picture; mask: Picture } & Words)
    | ({ operation: 'restyle'; source: Picture; strength?: number } & Words)
    | ({ operation: 'replace_background'; source: Picture } & Words)
    | { operation: 'remove_background'; source: Picture }
    | { operation: 'upscale'; source: Picture; factor: number }
  )

export interface ImageUsage {
  /** Pictures that the vendor charges for. */
  pictures: number
  /** Where the vendor counts tokens. */
  inputTokens: number
  outputTokens: number
}

/** Where a picture is that has been made: on the vendor's server for a while, or in the answer itself. */
export interface MadePicture {
  source: { url: string } | { bytes: Uint8Array }
  /** The prompt as the vendor reworded it. */
  revisedPrompt: string | null
}

export type PictureOutcome = ({ kind: 'made' } & MadePicture) | { kind: 'refused'; error: VendorError }

/** The end of a call. At least one picture was made; when none was, the first refusal is thrown instead. */
export interface Finished {
  state: 'done'
  outcomes: PictureOutcome[]
  usage: ImageUsage
  servedModel: string
  vendorRequestId: string | null
}

/** To be stored before the first poll: it is all that is needed to find the pictures again. */
export interface Accepted {
  state: 'pending'
  taskId: string
  vendorRequestId: string | null
}

export interface StillWorking {
  state: 'pending'
  /** How long the vendor wants to be left alone. */
  waitMs: number
}

/** A submit of ours that nobody answered. */
export interface LostSubmit {
  request: ImageRequest
  sentAfter: Date
  sentBefore: Date
  /** Tasks of the same time that are known to belong to others. */
  knownTaskIds: readonly string[]
}

/** `unsure`: more than one could be it, and somebody else's picture is worse than none. */
export type FoundTask = { found: 'one'; taskId: string } | { found: 'none' | 'unsure' }

/** What a picture that comes back has to measure. */
export type ExpectedSize = ({ kind: 'exact' } & PictureSize) | { kind: 'ratio'; ratio: number } | { kind: 'any' }

export interface ImageCallLimits {
  /** Until the vendor has answered a submit. A model that draws while we wait needs minutes. */
  submitTimeoutMs: number
  /** Until it has answered any other call. */
  callTimeoutMs: number
  /** Of one picture. */
  maxPictureBytes: number
}

/** Where and how to call one model. Base URL is data: the sandbox and a vendor differ by it and the keys. */
export interface ImageTarget {
  vendor: ImageVendorKey
  upstreamModel: string
  baseUrl: string
  authProfile: AuthProfile
  credentials: VendorCredentials
  limits: ImageCallLimits
  /** As for texts: `private` only where the catalogue vouches for the address. */
  network?: 'public' | 'private'
}

/**
 * Makes pictures. Nothing here repeats a call by itself, and everything throws VendorError for what goes wrong at or on the way to
 * the vendor; when `signal` aborts, its reason.
 */
export interface ImageModel {
  readonly abilities: ImageAbilities
  /**
   * Sends the request once. `outcome_unknown` when it may have arrived and no answer came: it must not be sent again, but can be looked
   * up with `findTask` where the vendor lets us.
   */
  submit(request: ImageRequest, signal: AbortSignal): Promise<Accepted | Finished>
  /** Safe to repeat. */
  poll(taskId: string, signal: AbortSignal): Promise<StillWorking | Finished>
  /** Fetches a picture, at once and safe to repeat: addresses die within hours. Checks that it is one and has the size it should. */
  take(made: MadePicture, expected: ExpectedSize, signal: AbortSignal): Promise<Picture>
  findTask(lost: LostSubmit, signal: AbortSignal): Promise<FoundTask>
  /** True when the vendor has dropped the task before beginning it. */
  cancel(taskId: string, signal: AbortSignal): Promise<boolean>
}

export type ImageModelFactory = (target: ImageTarget) => ImageModel
