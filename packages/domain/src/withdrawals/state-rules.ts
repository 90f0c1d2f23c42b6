import { openStatuses, sentStatuses, unsubmittedStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { WithdrawalEndReason, WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'

const isOneOf = (list: readonly WithdrawalStatus[]) => (status: WithdrawalStatus) => list.includes(status)

/** Held. */
export const isOpen = isOneOf(openStatuses)
/** Nobody has asked the channel: a word takes it back. */
export const isUnsubmitted = isOneOf(unsubmittedStatuses)
/** With the channel. */
export const isSent = isOneOf(sentStatuses)

/** Whether the person may have it back: at once before it is sent, and by the channel's leave while it waits for them. */
export function isCancellable(status: WithdrawalStatus): boolean {
  return isUnsubmitted(status) || status === 'awaiting_confirm'
}

/** Whether the same money may be asked for again, under a new number: only when the old one is known to have come to nothing. */
export function isRepeatable(status: WithdrawalStatus, endReason: WithdrawalEndReason | null): boolean {
  return status === 'failed' || (status === 'cancelled' && endReason === 'by_person')
}
