/** Platforms whose rules operators may change; `packages/platforms` has the rules, and the same keys. */
export const ruledPlatforms = [
  'wechat_official',
  'xiaohongshu',
  'douyin',
  'kuaishou',
  'toutiao',
  'baijiahao',
  'zhihu',
  'jianshu',
] as const
export type RuledPlatform = (typeof ruledPlatforms)[number]

export const ruleSeverities = ['block', 'warn', 'info'] as const

/** What a list of words may hold: it goes to every browser in which somebody writes for a platform. */
export const mostListedTerms = 3_000
export const longestListedTerm = 60
export const mostSafeCollocations = 20
