/** `pending`: the account is closed, and may be had back; `removing`: not any more. */
export const deletionStatuses = ['pending', 'removing', 'done', 'taken_back'] as const
export type DeletionStatus = (typeof deletionStatuses)[number]

/**
 * What has to be settled first. `refund_open`: money on its way back, or asked for; `payment_open`: money that arrived and is not credited yet,
 * or that may have been taken a moment ago; `debt`: a balance below zero; `work_running`: a text is being written; `has_role`: an operator,
 * whose role goes first; `withdrawal_open`: cash on its way out.
 */
export const deletionHindrances = [
  'refund_open',
  'payment_open',
  'withdrawal_open',
  'debt',
  'work_running',
  'has_role',
] as const
export type DeletionHindrance = (typeof deletionHindrances)[number]

/**
 * The steps of a removal, in their order, named for what they remove. A module that keeps something of a person adds its own here, and the
 * compiler asks for the step itself (`packages/domain/src/account-deletion/steps.ts`) and for its words.
 */
export const deletionSteps = [
  'renewals',
  'sessions',
  'api_keys',
  'requests',
  'notifications',
  'settings',
  'payees',
  'support',
  'publications',
  'files',
  'works',
] as const
export type DeletionStep = (typeof deletionSteps)[number]

export function isDeletionStep(name: unknown): name is DeletionStep {
  return deletionSteps.some((step) => step === name)
}

/** What is counted of it, by the rows that were removed or emptied. */
export const removedThings = [
  'agreements',
  'sessions',
  'devices',
  'login_failures',
  'mail_links',
  'api_keys',
  'requests',
  'notifications',
  'notification_wishes',
  'saved_filters',
  'goals',
  'payees',
  'conversations',
  'messages',
  'works',
  'versions',
  'exports',
  'search_rows',
  'files',
  'platform_accounts',
  'publications',
  'callback_addresses',
] as const
export type RemovedThing = (typeof removedThings)[number]

/** What is typed, in the language of the page, beside the password: nobody deletes an account by a slip. */
export const deletionWords = { 'zh-CN': '注销', en: 'DELETE' } as const
