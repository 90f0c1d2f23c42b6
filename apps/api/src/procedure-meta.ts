import type { ApiKeyScope } from '@mozhou/contracts/api-key-scopes'
import type { Wording } from '@mozhou/contracts/wording'
import type { z } from 'zod'

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a procedure says about itself besides its input. */
export interface ProcedureMeta {
  /** Set by the builder it is made with. */
  access?: 'public' | 'user' | 'admin'
  /** Its address under /api/v1; this line alone puts it there and into the OpenAPI document. */
  rest?: `${RestMethod} /${string}`
  /** What it does, for the document; whatever has an address says so. */
  summary?: Wording
  /** The group of the document that it belongs to. */
  tag?: Wording
  /** The property of the input that the body is, where the body is not the input itself. */
  body?: string
  /** Other names by which the body may call properties of the input, the likelier first. */
  otherNames?: Readonly<Record<string, readonly string[]>>
  /** Properties of the input that are pictures: the body may be a form that has them as parts. */
  pictureParts?: readonly string[]
  /** What input must keep to beyond what a schema says, for the document. */
  rules?: readonly Wording[]
  /** What it answers with, for the document; a schema of its module's answers. */
  answer?: z.ZodType
  /** What an API key must be allowed to do to call it, over tRPC or REST; without one, no key may. */
  scope?: ApiKeyScope
  /** Waits for a model or makes a file, so that the deadline of requests is not its own. */
  isLong?: true
  /** Begins a generation, of which a person may have so many under way: refused, like others of theirs that wait, when they have. */
  beginsGeneration?: true
}
