import type { withdrawalsErrors } from './errors.ts'

export const withdrawalsErrorsEn = {
  WITHDRAWALS_OFF:
    'Withdrawals are not open yet; nothing was requested and your balance is as it was. You can exchange it for credits.',
  WITHDRAWAL_NOT_FOUND: 'There is no such withdrawal. See the page of your withdrawals.',
  WITHDRAWAL_PAYEE_NEEDED:
    'Before the first withdrawal we need an account to pay to, your real name and your ID number. Your balance is as it was; fill them in, then request again.',
  WITHDRAWAL_TOO_SMALL: 'A withdrawal is ¥{{ leastYuan }} at least; nothing was requested. Ask for more.',
  WITHDRAWAL_LIMIT:
    'That is beyond the limit: ¥{{ leftYuan }} can be withdrawn now. Nothing was requested; ask for less, or later.',
  WITHDRAWAL_OPEN: 'A withdrawal of yours is under way; no second one was requested. Wait until it has ended.',
  WITHDRAWAL_IN_DEBT:
    'Your account owes something, so nothing can be withdrawn yet; nothing was requested. Rebates to come pay it off first.',
  CASH_INSUFFICIENT:
    'Your cash balance is ¥{{ balanceYuan }}, which is too little; nothing was requested. Ask for less.',
  WITHDRAWAL_SENT:
    'This withdrawal is with the payment channel already and cannot simply be taken back. Reload to see where it stands.',
  WITHDRAWAL_DECIDED: 'This withdrawal has been decided already; nothing was changed. Reload to see it.',
  WITHDRAWAL_NOT_REPEATABLE: 'This withdrawal cannot be paid again now; nothing was done. Reload to see it.',
  WITHDRAWAL_SUSPENDED:
    'This person’s account is suspended, and nothing is paid while it is; it was not approved. Reject it, or reinstate the account first.',
  PAYEE_BINDING_NOT_FOUND:
    'There is no such binding of WeChat: it was used, or another one was begun. Scan a new code.',
  PAYEE_BINDING_INVALID:
    'This binding of WeChat is used or too old; the account to be paid is as it was. Scan a new code.',
  WITHDRAWAL_RULES_CHANGED:
    'Somebody else has just changed the rules of withdrawals; yours were not saved. Reload, then change them.',
} satisfies Record<keyof typeof withdrawalsErrors, string>
