import type { AuthProfile } from '@mozhou/contracts/models/kinds'
import type { ModelLimits, ModelParameters, VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'

export interface TextMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface TextRequest {
  messages: TextMessage[]
  /** Upper bound of answer tokens; never above the model's own. */
  maxOutputTokens: number
  /** Left out where the model forbids it. */
  temperature?: number
  /** Opaque, no personal data: vendors use it to trace abuse. */
  endUserKey: string
}

export interface TokenUsage {
  inputTokens: number
  outputTokens: number
  /** Part of `inputTokens` that the vendor's cache served. */
  cachedInputTokens: number
  /** Part of `outputTokens` that was thought and not shown. */
  reasoningTokens: number
  /** Counted by us because the vendor said nothing, or something impossible. */
  isEstimated: boolean
}

/** One answer as it arrives. Ends with exactly one `usage` and then one `finish`, or throws a VendorError. */
export type TextEvent =
  | { type: 'start'; servedModel: string; vendorRequestId: string | null }
  | { type: 'delta'; text: string }
  | { type: 'reasoning'; text: string }
  /** Everything shown so far is taken back: the vendor withdraws it, and a `content_rejected` VendorError follows, or it was thought. */
  | { type: 'retract' }
  | { type: 'usage'; usage: TokenUsage }
  | { type: 'finish'; reason: 'stop' | 'length' }

/** Where and how to call one model of the catalogue. Base URL is data: the sandbox and a vendor differ by it and the keys. */
export interface TextTarget {
  vendor: TextVendorKey
  upstreamModel: string
  baseUrl: string
  authProfile: AuthProfile
  credentials: VendorCredentials
  parameters: ModelParameters
  limits: Pick<ModelLimits, 'firstTokenTimeoutMs' | 'idleTimeoutMs'>
  /**
   * `public`, and when left out: nothing but https to the public internet, whatever the base URL says. `private` is for the sandbox and
   * for models on a developer's own machine; only the catalogue may say so.
   */
  network?: 'public' | 'private'
}

export interface TextModel {
  /**
   * Streams one answer. Never retries by itself.
   * @throws VendorError for everything that goes wrong at or on the way to the vendor; when `signal` aborts, its reason.
   * Either of them, after the vendor has begun to work, may be preceded by a `usage` event with what is known or estimated.
   */
  stream(request: TextRequest, signal: AbortSignal): AsyncIterable<TextEvent>
}

export type TextModelFactory = (target: TextTarget) => TextModel
