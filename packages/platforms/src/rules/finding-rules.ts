import { contentTypes, platformKeys } from '../platforms.ts'
import { factLines } from './findings/facts.ts'
import { labelLines } from './findings/labels.ts'
import { wordLines } from './findings/words.ts'
import type { FindingRule } from './rule.ts'

export const findingRules: readonly FindingRule[] = [...wordLines, ...factLines, ...labelLines].map((line) => ({
  kind: 'finding',
  code: line.code,
  finder: line.finder,
  severity: line.severity,
  inAdvertisement: line.inAdvertisement ?? null,
  platforms: line.platforms ?? platformKeys,
  contentTypes: line.types ?? contentTypes,
  field: line.field,
  unit: line.unit ?? (line.code.startsWith('words.') ? 'occurrences' : 'fact'),
  from: line.from ?? null,
  until: null,
  source: line.source,
  wording: line.wording,
}))
