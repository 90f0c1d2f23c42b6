/** What notices say of one that waits for its person, and of one that came to nothing. */
export const publicationWaitsEn = {
  awaiting_user: 'waits for you to publish it',
  needs_attention: 'needs you',
  unconfirmed: 'has not said what became of it',
} as const
export const publicationWaitBodiesEn = {
  awaiting_user: 'Everything is ready: follow the steps, then paste the address.',
  needs_attention: 'Nothing was sent. Publish again once it is mended.',
  unconfirmed: 'It may be out, or not. Please look there; nothing is sent again before you say how it is.',
} as const
export const publicationEndsEn = {
  rejected: 'Refused in review by',
  failed: 'Could not be published on',
  expired: 'The code lapsed before it was used on',
} as const
/** What an account lacks. */
export const accountNeedsEn = {
  expired: 'has to be connected again',
  address_refused: 'needs you: its IP list',
  restricted: 'is restricted by the platform',
} as const
