import type { renewalsErrors } from './errors.ts'

export const renewalsErrorsEn = {
  RENEWAL_ACTIVE:
    'Automatic renewal is on already; no second one was made. To change the plan, turn the present one off first.',
  RENEWAL_NEEDS_MEMBERSHIP: 'You are no member yet, so there is nothing to renew. Become a member first.',
  RENEWAL_TOO_LATE:
    'Your membership ends too soon for a notice five days before the charge; nothing was turned on. Renew once by hand, then turn it on.',
  RENEWAL_TERMS_CHANGED:
    'The price or the terms have just changed; nothing was turned on or charged. Reload and read them before you decide.',
} satisfies Record<keyof typeof renewalsErrors, string>
