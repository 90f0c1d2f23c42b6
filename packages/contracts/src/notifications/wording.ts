import type { Locale } from '../accounts/locales.ts'
import type { NotificationEvent, NotificationKind, ParamsOf } from './events.ts'
import type { NotificationText, NotificationWords } from './words.ts'
import { notificationsEn } from './words.en.ts'
import { notificationsZh } from './words.zh.ts'

const words: Readonly<Record<Locale, NotificationWords>> = { 'zh-CN': notificationsZh, en: notificationsEn }

export function notificationText(locale: Locale, event: NotificationEvent): NotificationText {
  return compose(words[locale], event)
}

function compose<Kind extends NotificationKind>(
  table: NotificationWords,
  event: { kind: Kind; params: ParamsOf<Kind> },
): NotificationText {
  return table[event.kind](event.params)
}

/** The page that it is about: of the creators' app, for what operators are told of theirs. */
export function notificationPath(event: NotificationEvent): string {
  switch (event.kind) {
    case 'order_paid':
    case 'order_closed':
    case 'order_refunded':
    case 'refund_rejected':
      return `/orders/${event.params.orderId}`
    case 'membership_opened':
    case 'membership_renewed':
    case 'membership_ending':
    case 'membership_ended':
    case 'renewal_started':
    case 'renewal_due':
    case 'renewal_stopped':
      return '/membership'
    case 'gift_expiring':
      return '/credits'
    case 'coupon_received':
    case 'coupon_expiring':
      return '/coupons'
    case 'withdrawal_confirm':
    case 'withdrawal_paid':
    case 'withdrawal_ended':
    case 'payee_changed':
      return '/withdrawals'
    case 'rebate_born':
    case 'rebate_paid':
    case 'rebate_lost':
      return '/referral'
    case 'work_finished':
      return `/creations/${event.params.creationId}`
    case 'new_sign_in':
    case 'password_changed':
    case 'email_changed':
      return '/settings'
    case 'publication_published':
    case 'publication_waiting':
    case 'publication_failed':
    case 'publication_removed':
      return `/publish/${event.params.publicationId}`
    case 'platform_account_lapsed':
      return '/publish/accounts'
    case 'account_closing':
      return '/login'
    case 'support_answered':
    case 'support_closed':
      return `/support/${event.params.conversationId}`
    case 'support_asked':
      return `/support?conversation=${event.params.conversationId}`
    case 'campaign_rewarded':
    case 'campaign_budget_low':
      return `/campaigns/${event.params.campaignId}`
  }
}
