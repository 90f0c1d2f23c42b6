import type { Permission } from '../permissions.ts'
import type { NotificationKind } from './events.ts'

/** `always`: not for anybody to switch off; `on`, `off`: what holds until somebody switches it. */
export type Wish = 'always' | 'on' | 'off'

/**
 * Where each kind goes. What concerns money or the safety of the account stands in the app always. Of the mails, those that would be the
 * first thing a thief switches off cannot be switched off.
 */
export const notificationWishes: Readonly<Record<NotificationKind, { app: Wish; mail: Wish }>> = {
  order_paid: { app: 'always', mail: 'on' },
  order_closed: { app: 'always', mail: 'off' },
  order_refunded: { app: 'always', mail: 'on' },
  refund_rejected: { app: 'always', mail: 'on' },
  membership_opened: { app: 'always', mail: 'off' },
  membership_renewed: { app: 'always', mail: 'off' },
  membership_ending: { app: 'on', mail: 'on' },
  membership_ended: { app: 'on', mail: 'on' },
  renewal_started: { app: 'always', mail: 'on' },
  // Whoever is to be charged by themselves is told, whatever they have switched.
  renewal_due: { app: 'always', mail: 'always' },
  renewal_stopped: { app: 'always', mail: 'on' },
  gift_expiring: { app: 'on', mail: 'on' },
  coupon_received: { app: 'on', mail: 'off' },
  coupon_expiring: { app: 'on', mail: 'on' },
  withdrawal_confirm: { app: 'always', mail: 'on' },
  withdrawal_paid: { app: 'always', mail: 'on' },
  withdrawal_ended: { app: 'always', mail: 'on' },
  // Whoever takes an account over has its cash paid to themselves.
  payee_changed: { app: 'always', mail: 'always' },
  rebate_born: { app: 'on', mail: 'off' },
  rebate_paid: { app: 'always', mail: 'off' },
  rebate_lost: { app: 'always', mail: 'off' },
  work_finished: { app: 'on', mail: 'off' },
  new_sign_in: { app: 'always', mail: 'on' },
  password_changed: { app: 'always', mail: 'always' },
  email_changed: { app: 'always', mail: 'always' },
  account_closing: { app: 'always', mail: 'always' },
  support_answered: { app: 'on', mail: 'on' },
  support_closed: { app: 'on', mail: 'off' },
  campaign_rewarded: { app: 'on', mail: 'off' },
  publication_published: { app: 'on', mail: 'off' },
  publication_waiting: { app: 'on', mail: 'on' },
  publication_failed: { app: 'on', mail: 'on' },
  publication_removed: { app: 'on', mail: 'on' },
  platform_account_lapsed: { app: 'on', mail: 'on' },
  support_asked: { app: 'on', mail: 'off' },
  campaign_budget_low: { app: 'on', mail: 'off' },
}

const isKind = (key: string): key is NotificationKind => Object.hasOwn(notificationWishes, key)
export const notificationKinds: readonly NotificationKind[] = Object.keys(notificationWishes).filter(isKind)

/** Where a notification waits for its mail, or what became of it. `unwanted`: no mail goes to the address, e.g. it is not verified. */
export const notificationMailStatuses = ['queued', 'sent', 'refused', 'unwanted'] as const
export type NotificationMailStatus = (typeof notificationMailStatuses)[number]

/** Kinds that only operators are told of, by what they may do. */
export const operatorKinds: Readonly<Partial<Record<NotificationKind, Permission>>> = {
  support_asked: 'support:answer',
  campaign_budget_low: 'campaign:write',
}
