/** Lists of the operators' app whose filters can be kept. */
export const savedTables = [
  'users',
  'orders',
  'notices',
  'refunds',
  'money-refunds',
  'usage',
  'audit',
  'workflows',
  'reconciliation',
  'support',
  'prompts',
  'models',
  'plans',
  'renewals',
  'coupons',
  'user-coupons',
  'withdrawals',
  'campaigns',
  'publications',
  'platform-accounts',
] as const
export type SavedTable = (typeof savedTables)[number]

/** Of one person for one list. */
export const mostSavedFilters = 30
export const longestFilterName = 40
