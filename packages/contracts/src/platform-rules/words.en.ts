import type { platformRulesErrors } from './errors.ts'

export const platformRulesErrorsEn = {
  PLATFORM_RULE_UNKNOWN: 'There is no such rule; nothing was changed. Refresh the list and choose again.',
  PLATFORM_RULE_ELSEWHERE:
    'This platform does not have this rule; nothing was changed. Choose another platform, or all that have it.',
  PLATFORM_RULE_NO_BOUNDS: 'This rule measures no number and has no bounds. Change its severity, or switch it off.',
  PLATFORM_RULE_NO_NUMBER: 'A bound is 0 or more; nothing was changed.',
  PLATFORM_RULE_UNBOUNDED:
    'With neither bound this rule would check nothing; nothing was changed. Switch it off if that is meant.',
  PLATFORM_RULE_BOUNDS_CROSSED:
    'The bound that warns lies beyond the one that refuses; nothing was changed. Warnings come first.',
  PLATFORM_RULE_NO_DAY: 'There is no such day; nothing was changed. For example: 2026-11-30.',
  PLATFORM_RULE_ENDS_EARLY: 'The rule would end before it begins, and never hold; nothing was changed.',
  PLATFORM_RULE_CHANGED: 'Somebody else has just changed this rule; nothing was changed. Reload and look again.',
  PLATFORM_RULE_UNCHANGED: 'This is what holds already; nothing was changed.',
  WORD_LIST_CHANGED:
    'Somebody else has just saved the list; your change was not saved. Copy your text, reload, and edit again.',
  WORD_LIST_UNCHANGED: 'This is the list as it is; no version was made.',
  WORD_LIST_NOT_FOUND: 'There is no such version; nothing was changed. Refresh the list and choose again.',
  WORD_LIST_EMPTY_TERM: '“{{ term }}” has no letter that can be seen; nothing was saved.',
  WORD_LIST_DOUBLED: '“{{ term }}” stands there twice for one platform; nothing was saved. Keep one of them.',
  WORD_LIST_SAFE_WITHOUT_TERM:
    'The collocation “{{ safe }}” does not hold “{{ term }}” and would do nothing; nothing was saved.',
} satisfies Record<keyof typeof platformRulesErrors, string>
