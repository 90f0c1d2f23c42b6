import type { Wording } from '@mozhou/contracts/wording'
import type { TextUnit } from '../counting.ts'
import type { ContentType, PlatformKey } from '../platforms.ts'

export type Severity = 'block' | 'warn' | 'info'
export type RuleField = 'title' | 'digest' | 'author' | 'body' | 'tags' | 'cover' | 'media' | 'cards' | 'declarations'
export type RuleUnit =
  | TextUnit
  | 'count'
  | 'bytes'
  | 'seconds'
  | 'pixels'
  | 'ratio'
  | 'mime_type'
  | 'occurrences'
  | 'fact'

/** Where a rule comes from. `interface` is the platform's own document or what its page says, `tool` what others' programs keep to. */
export interface RuleSource {
  kind: 'law' | 'interface' | 'tool' | 'ours'
  name: string
  /** The day on which it was last looked up, `YYYY-MM-DD`. */
  checkedOn: string
}

interface RuleHead {
  /** Unique over all platforms: `wechat_official.title.max`, `words.medical`. */
  code: string
  platforms: readonly PlatformKey[]
  contentTypes: readonly ContentType[]
  field: RuleField
  unit: RuleUnit
  /** In force from this day on (`YYYY-MM-DD`, China's), and before `until`; null is always. */
  from: string | null
  until: string | null
  source: RuleSource
  wording: Wording
}

/** One number at most, or at least. Beyond `soft` is warned of, beyond `hard` refused; null where there is no such bound. */
export interface LimitRule extends RuleHead {
  kind: 'limit'
  measure: Measure
  bound: 'max' | 'min'
  soft: number | null
  hard: number | null
}

/** What is found in the words of a package, or is so or not so of it. Several rules may share a finder, each for platforms of its own. */
export interface FindingRule extends RuleHead {
  kind: 'finding'
  finder: FinderKey
  severity: Severity
  /** How serious it is in an advertisement, where that differs. */
  inAdvertisement: Severity | null
}

export type Rule = LimitRule | FindingRule

/** What limits measure. */
export type Measure =
  | 'title'
  | 'author'
  | 'digest'
  | 'body'
  | 'tag_count'
  | 'image_count'
  | 'image_bytes'
  | 'image_aspect'
  | 'cover_bytes'
  | 'cover_width'
  | 'cover_height'
  | 'cover_aspect'
  | 'video_count'
  | 'video_bytes'
  | 'video_seconds'
  | 'video_aspect'

export type FinderKey =
  | 'absolute_terms'
  | 'medical_claims'
  | 'financial_claims'
  | 'contact_details'
  | 'diversion'
  | 'addresses'
  | 'other_platforms'
  | 'content_type'
  | 'title_missing'
  | 'body_missing'
  | 'cover_missing'
  | 'media_missing'
  | 'video_missing'
  | 'qr_code'
  | 'codes_not_looked_for'
  | 'image_format'
  | 'animated_image'
  | 'video_format'
  | 'video_container'
  | 'forbidden_html'
  | 'tag_shape'
  | 'declaration_impossible'
  | 'declaration_by_hand'
  | 'label_missing'
  | 'media_label_missing'
  | 'media_file_label_missing'
  | 'film_label_unseen'

/** What would mend it in one press. */
export type Fix =
  | { kind: 'set_title'; title: string }
  | { kind: 'set_digest'; digest: string }
  | { kind: 'set_tags'; tags: readonly string[] }
  | { kind: 'replace_term'; field: RuleField; term: string; replacement: string }
  | { kind: 'add_label'; label: string }

export interface RuleResult {
  code: string
  severity: Severity
  platform: PlatformKey
  field: RuleField
  /** Which one of several: the id of a medium, a tag; null for the field as a whole. */
  item: string | null
  unit: RuleUnit
  measured: number | string
  limit: number | string | null
  /** The words as they stand there, with a little around them. */
  found: readonly { term: string; excerpt: string; at: number }[]
  fix: Fix | null
  source: RuleSource
  wording: Wording
}

/** What a finder says of one place; its rule adds the rest. */
export type Hit = Pick<RuleResult, 'field' | 'item' | 'measured' | 'limit' | 'found' | 'fix'>
