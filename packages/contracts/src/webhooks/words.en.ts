import type { webhooksErrors } from './errors.ts'

export const webhooksErrorsEn = {
  WEBHOOK_NOT_FOUND: 'There is no such callback address; it may have been removed. Reload the list.',
  WEBHOOK_LIMIT: 'At most {{ limit }} callback addresses can be set; this one was not. Remove one that you do not use.',
  WEBHOOK_ADDRESS_REFUSED:
    'A callback address has to be https on the public internet; it was not saved. Choose another.',
} satisfies Record<keyof typeof webhooksErrors, string>
