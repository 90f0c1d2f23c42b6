import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const platformRulesErrors = {
  PLATFORM_RULE_UNKNOWN: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_ELSEWHERE: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_NO_BOUNDS: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_NO_NUMBER: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_UNBOUNDED: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_BOUNDS_CROSSED: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_NO_DAY: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_ENDS_EARLY: refusal('BAD_REQUEST', 400),
  PLATFORM_RULE_CHANGED: refusal('CONFLICT', 409),
  PLATFORM_RULE_UNCHANGED: refusal('CONFLICT', 409),
  WORD_LIST_CHANGED: refusal('CONFLICT', 409),
  WORD_LIST_UNCHANGED: refusal('CONFLICT', 409),
  WORD_LIST_NOT_FOUND: refusal('NOT_FOUND', 404),
  WORD_LIST_EMPTY_TERM: refusal('BAD_REQUEST', 400),
  WORD_LIST_DOUBLED: refusal('BAD_REQUEST', 400),
  WORD_LIST_SAFE_WITHOUT_TERM: refusal('BAD_REQUEST', 400),
} satisfies Record<string, ErrorRow>
