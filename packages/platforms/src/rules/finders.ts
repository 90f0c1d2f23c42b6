import type { PlatformPackage } from '../platform-package.ts'
import type { VisibleText } from '../visible-text.ts'
import * as facts from './find-facts.ts'
import { forbiddenHtml } from './forbidden-html.ts'
import type { FinderKey, Fix, Hit } from './rule.ts'
import { findAddresses } from './words/addresses.ts'
import { absoluteTerms, milderTerms } from './words/advertising.ts'
import { financialClaims, medicalClaims } from './words/claims.ts'
import { diversion, findContacts } from './words/contacts.ts'
import { findSpans, noFix, termHits } from './words/find-terms.ts'
import type { TermSet } from './words/find-terms.ts'
import { otherPlatforms } from './words/other-platforms.ts'

export type Finder = (pack: PlatformPackage, texts: readonly VisibleText[]) => Hit[]

const words =
  (set: TermSet, fixOf: (term: string, text: VisibleText) => Fix | null): Finder =>
  (_pack, texts) =>
    termHits(texts, (folded) => findSpans(folded, set), fixOf)

const milder = (term: string, { field }: VisibleText): Fix | null => {
  const replacement = milderTerms[term]
  // A card is drawn from the text: it is mended there.
  return replacement === undefined || field === 'cards' ? null : { kind: 'replace_term', field, term, replacement }
}

/** A detail by which somebody is reached means nothing to the sentence: it can go. */
const removed = (term: string, { field }: VisibleText): Fix | null =>
  field === 'cards' ? null : { kind: 'replace_term', field, term, replacement: '' }

/** Names of an author are not the text's. */
const written = (texts: readonly VisibleText[]) => texts.filter(({ field }) => field !== 'author')

export const finders = {
  absolute_terms: words(absoluteTerms, milder),
  medical_claims: words(medicalClaims, noFix),
  financial_claims: words(financialClaims, noFix),
  contact_details: (_pack, texts) => termHits(texts, findContacts, removed),
  diversion: words(diversion, noFix),
  addresses: ({ platform }, texts) => termHits(written(texts), (folded) => findAddresses(folded, platform), removed),
  other_platforms: ({ platform }, texts) =>
    termHits(written(texts), (folded) => findSpans(folded, otherPlatforms(platform)), noFix),
  content_type: facts.contentType,
  title_missing: facts.titleMissing,
  body_missing: facts.bodyMissing,
  cover_missing: facts.coverMissing,
  media_missing: facts.mediaMissing,
  video_missing: facts.videoMissing,
  qr_code: facts.qrCode,
  codes_not_looked_for: facts.codesNotLookedFor,
  image_format: facts.imageFormat,
  animated_image: facts.animatedImage,
  video_format: facts.videoFormat,
  video_container: facts.videoContainer,
  forbidden_html: forbiddenHtml,
  tag_shape: facts.tagShape,
  declaration_impossible: facts.declarationImpossible,
  declaration_by_hand: facts.declarationByHand,
  label_missing: facts.labelMissing,
  media_label_missing: facts.mediaLabelMissing,
  media_file_label_missing: facts.mediaFileLabelMissing,
  film_label_unseen: facts.filmLabelUnseen,
} as const satisfies Record<FinderKey, Finder>
