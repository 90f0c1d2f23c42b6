import type { refundsErrors } from './errors.ts'

export const refundsErrorsEn = {
  REFUND_NOT_FOUND: 'There is no such refund. Reload the list.',
  ORDER_NOT_REFUNDABLE: 'This order was not paid, so nothing can come back. See its page for where it stands.',
  REFUND_NOTHING_LEFT:
    'Counting what was used, nothing of this order is left to come back. No refund was made; credits and membership are as they were.',
  REFUND_IN_FLIGHT: 'A refund of this order is under way; no second one was made. Wait until it has ended.',
  REFUND_QUOTE_CHANGED:
    'What would come back, or be taken back, has just changed; nothing was done. Look at the new figures, then confirm.',
  REFUND_DECIDED: 'This refund has been decided already; nothing was changed. Reload to see it.',
} satisfies Record<keyof typeof refundsErrors, string>
