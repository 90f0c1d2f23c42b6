import type { WithdrawalEndReason } from './kinds.ts'

export const withdrawalEndsEn: Readonly<Record<WithdrawalEndReason, string>> = {
  by_person: 'You took it back.',
  rejected: 'It was not approved.',
  clawed_back: 'An order was refunded and its rebate taken back, so it was cancelled.',
  not_confirmed: 'It was not taken in WeChat within 24 hours, or was refused there. “Pay again” sends it once more.',
  name_mismatch:
    'The name of the account is not the one that you gave. Check your payout account, then have it paid again.',
  payee_not_found:
    'The account does not exist, or cannot be paid to. Check your payout account, then have it paid again.',
  channel_short: 'The payment channel cannot pay at the moment; the fault is ours. Have it paid again a little later.',
  over_limit: 'It is beyond what the channel lets the account receive. Try later, or ask for less.',
  refused: 'The payment channel refused to pay it. Check your payout account, or contact support.',
  returned:
    'The money arrived and was brought back, mostly for something about the account. Check it, then have it paid again.',
}
