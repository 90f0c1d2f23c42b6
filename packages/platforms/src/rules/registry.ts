import { platformKeys, platforms } from '../platforms.ts'
import { findingRules } from './finding-rules.ts'
import { limitsOf } from './limits/limit.ts'
import { limitTables } from './limits/tables.ts'
import type { Rule } from './rule.ts'

/** Names the state of the rules in the code; it stands in every report. */
export const rulesVersion = '2026-12-01'

export const rules: readonly Rule[] = [
  ...platformKeys.flatMap((key) => limitsOf(key, platforms[key].contentTypes, limitTables[key])),
  ...findingRules,
]
