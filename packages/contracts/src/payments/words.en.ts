import type { paymentsErrors } from './errors.ts'

export const paymentsErrorsEn = {
  CHANNEL_CHANGED: 'Somebody else has just changed this channel; nothing was saved. Close, open it again, and repeat.',
} satisfies Record<keyof typeof paymentsErrors, string>
