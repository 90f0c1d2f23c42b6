import type { generationsErrors } from './errors.ts'

export const generationsErrorsEn = {
  GENERATION_NOT_FOUND: 'This generation was not found. Nothing was charged. Reload the page and try again.',
  GENERATION_NOT_STARTABLE:
    'This generation has begun or ended and cannot be started again. Nothing was changed. Reload the page to see where it stands.',
  GENERATION_OVER: 'This generation is over; there is nothing to stop. Reload the page to see how it ended.',
  RUN_NOT_FOUND: 'There is no such run; nothing was noted. Reload the list, check the id and try again.',
  RUN_NEEDS_NOBODY:
    'This run has not failed and needs nobody; nothing was noted. Reload the page to see where it stands.',
  PRICE_CHANGED:
    'The price has changed: it is {{ credits }} credits now. Nothing was begun or charged. Look at the new price and press again.',
  CONCURRENCY_LIMIT:
    'Too many works are being made at once. This one was not started or charged. Wait for one to finish.',
  FAIR_USE_LIMIT: 'You reached today’s fair-use limit for members. Nothing was charged. Come back tomorrow.',
  EVENT_STREAMS_LIMIT:
    'You are watching {{ limit }} generations at once, which is the limit. They go on all the same; close some pages to watch this one.',
  GENERATION_BUSY:
    'All models are busy and nothing was written. You pay nothing. Try again in a while, or choose another model.',
  GENERATION_FAILED: 'Nothing was written this time. You pay nothing. Try again, or choose another model.',
  CONTENT_REFUSED: 'The model declined this content. You pay nothing. Change the topic or the wishes and try again.',
  CONTEXT_TOO_LONG: 'This is more than the model can read. You pay nothing. Shorten the material or the length.',
} satisfies Record<keyof typeof generationsErrors, string>
