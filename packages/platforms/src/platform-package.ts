import type { Wording } from '@mozhou/contracts/wording'
import type { Card } from './cards/card.ts'
import type { ContentType, PlatformKey, Route } from './platforms.ts'
import type { MediaFact } from './work-document.ts'

/** The form that a platform's editor or interface takes. Pictures in HTML have `media:<id>` for an address until they are uploaded. */
export type Body =
  | { form: 'html'; html: string }
  | { form: 'markdown'; markdown: string }
  | { form: 'text'; text: string }

/** What is uploaded along, in its order. */
export type PackageMedia =
  | { kind: 'file'; id: string; fact: MediaFact }
  | { kind: 'card'; id: string; card: Card }
  /** A formula that the platform can only show as a picture: made from its TeX. */
  | { kind: 'formula'; id: string; tex: string; isDisplay: boolean }
  /** A picture that the text names by this address, and that the work does not hold: a rule refuses the package for it. */
  | { kind: 'missing'; id: string }

export interface AiDeclaration {
  /** The words that readers see; they stand in the body. */
  label: string
  /** The platform's own switch, as its page names it; null where none is known. */
  option: string | null
  /** `by_interface` goes with the request, `by_hand` is ticked by the person, `impossible` is neither. */
  made: 'by_interface' | 'by_hand' | 'impossible' | 'no_option'
}

/** Everything a publication needs, in one platform's form. It may be edited by hand, and is checked again as it then is. */
export interface PlatformPackage {
  platform: PlatformKey
  contentType: ContentType
  route: Route
  title: string
  author: string | null
  digest: string
  body: Body
  /** Without their hash sign; where a platform has no field for tags they are written into the body as well. */
  tags: readonly string[]
  /** The id of one of `media`. */
  cover: string | null
  media: readonly PackageMedia[]
  declarations: { ai: AiDeclaration | null; isOriginal: boolean }
  purpose: 'article' | 'advertisement'
  /** Where the piece stands already, for platforms whose interface asks for that; left out where nobody said. */
  originUrl?: string | null
}

export type ChangeField = 'title' | 'digest' | 'body' | 'tags' | 'cover' | 'media'

/** What adapting did to the work. `lost` is no longer in the package in any form. */
export interface Change {
  code: string
  effect: 'changed' | 'lost'
  field: ChangeField
  /** How many of them. */
  count: number
  /** What it was, to the letter, where it is no longer there. */
  items: readonly string[]
  wording: Wording
}
