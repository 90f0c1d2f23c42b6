import type { notificationsZh } from './words.zh.ts'

export const notificationsEn = {
  messages: {
    title: 'Messages',
    subtitle: 'About payments, membership, works and the safety of your account. Settings say which come by mail too.',
    what: 'What',
    createdAt: 'When',
    read: 'Mark as read',
    readAll: 'Mark all as read',
    unread: 'Unread',
    emptyTitle: 'No messages yet',
    emptyHint: 'Payments, the end of a membership and sign-ins on new devices are told here.',
  },
  wishes: {
    title: 'Notifications',
    hint: 'What concerns money and the safety of your account always stands among your messages; the rest is up to you. Mail goes to the confirmed email of the account.',
    app: 'Here',
    mail: 'By mail',
    always: 'Always',
    switchOf: (what, where) => `${what}: ${where}`,
    kinds: {
      order_paid: 'Payment received',
      order_closed: 'Order closed unpaid',
      order_refunded: 'Refund done',
      membership_opened: 'Membership begun',
      membership_renewed: 'Membership renewed',
      membership_ending: 'Membership about to end',
      membership_ended: 'Membership ended',
      renewal_started: 'Automatic renewal on',
      renewal_due: 'Before an automatic charge',
      renewal_stopped: 'Automatic renewal off',
      work_finished: 'Long work finished',
      new_sign_in: 'Sign-in on a new device',
      password_changed: 'Password changed',
      email_changed: 'Email changed',
    },
  },
} satisfies typeof notificationsZh
