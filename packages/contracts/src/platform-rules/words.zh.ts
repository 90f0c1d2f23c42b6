import type { platformRulesErrors } from './errors.ts'

export const platformRulesErrorsZh = {
  PLATFORM_RULE_UNKNOWN: '没有这条规则，没有改动。请刷新列表后再选。',
  PLATFORM_RULE_ELSEWHERE: '这个平台没有这条规则，没有改动。请换一个平台，或改“所有适用平台”。',
  PLATFORM_RULE_NO_BOUNDS: '这条规则不量数字，没有上下限可改。可以改它的轻重，或停用。',
  PLATFORM_RULE_NO_NUMBER: '界限要填 0 或更大的数，没有改动。',
  PLATFORM_RULE_UNBOUNDED: '两条界限都空着，这条规则就什么也不查了，没有改动。不想查就停用它。',
  PLATFORM_RULE_BOUNDS_CROSSED: '提醒的界限越过了拒绝的界限，没有改动。请把提醒放在拒绝之前。',
  PLATFORM_RULE_NO_DAY: '日历上没有这一天，没有改动。例如 2026-11-30。',
  PLATFORM_RULE_ENDS_EARLY: '失效日不晚于生效日，这条规则一天也不生效，没有改动。',
  PLATFORM_RULE_CHANGED: '这条规则刚刚被别人改过，没有改动。请刷新后再看。',
  PLATFORM_RULE_UNCHANGED: '和现在一样，没有改动。',
  WORD_LIST_CHANGED: '词表刚刚被别人存过，你的改动没有保存。请复制你的文字，刷新后再改。',
  WORD_LIST_UNCHANGED: '和现在的词表一样，没有存新版本。',
  WORD_LIST_NOT_FOUND: '没有这个版本，没有改动。请刷新列表后再选。',
  WORD_LIST_EMPTY_TERM: '“{{ term }}”里没有看得见的字，没有保存。',
  WORD_LIST_DOUBLED: '“{{ term }}”在同一个平台上写了两次，没有保存。请留一条。',
  WORD_LIST_SAFE_WITHOUT_TERM: '放行的搭配“{{ safe }}”里没有“{{ term }}”，起不了作用，没有保存。',
} satisfies Record<keyof typeof platformRulesErrors, string>
