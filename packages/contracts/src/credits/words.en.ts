import type { creditsErrors } from './errors.ts'

export const creditsErrorsEn = {
  CREDITS_INSUFFICIENT: 'Not enough credits. Nothing was started or charged. Recharge or become a member first.',
  ENTRY_NOT_FOUND: 'This ledger entry was not found; the books are unchanged. Reload and try again.',
  ENTRY_ALREADY_REVERSED: 'This entry was already reversed once and cannot be reversed again; the books are unchanged.',
} satisfies Record<keyof typeof creditsErrors, string>
