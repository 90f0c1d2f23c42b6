import type { deletionZh } from './words.zh.ts'

export const deletionEn: typeof deletionZh = {
  deletion: {
    title: 'Delete account',
    subtitle: 'Deletes this account and what is in it. See what goes before you decide.',
    hint: 'Closes the account; when its days are over, your profile and all works are removed for good.',
    open: 'Delete account',
    lost: 'What goes',
    credits: (credits) => `${credits} credits, which nobody can use any more`,
    refundFirst: 'Some of them were paid for: ask the rest back in your orders first.',
    toOrders: 'See orders',
    cash: (money) => `${money} in cash`,
    member: (date) => `The membership, which lasts until ${date}`,
    works: (works) => `${works} works with all versions, and those in the trash; export what you need first`,
    renewals: 'Automatic renewal is turned off, and its agreement ended at the payment channel',
    files: (files, bytes) =>
      `${files} files (${bytes}), uploaded, generated and in the trash; download what you need first`,
    pendingOrders: (orders) => `${orders} unpaid orders are closed`,
    apiKeys: (keys) => `${keys} API keys`,
    nothing: 'Nothing but the account itself.',
    kept: 'What the law wants kept',
    keptHint:
      'Entries of the ledger, orders, payments, refunds, memberships and consents stay, without your name and address. Both may be registered anew; the sign-up gift is not given again.',
    inTheWay: 'Not yet: this has to be settled first',
    hindrances: {
      refund_open: 'A refund is under way. Wait for its end.',
      payment_open: 'A payment is not credited yet, or has to be looked at. Wait for that, or contact support.',
      withdrawal_open: 'A withdrawal is under way. Wait for its end, or cancel it.',
      debt: 'Credits or cash are below zero. Make up for it, or contact support.',
      work_running: 'A text is being written. Wait for it, or stop it.',
      has_role: 'This is an operator’s account. Have an administrator take its role first.',
    },
    confirm: 'Confirm',
    regret: (days) =>
      `The account is closed and every device signed out at once; the removal begins after ${days} days. Until then signing in with the password takes it back.`,
    atOnce: 'The account is closed and removed at once. That cannot be taken back.',
    password: 'Current password',
    word: (word) => `Type “${word}” to confirm`,
    wordWrong: (word) => `Type “${word}”`,
    submit: 'Delete account',
    back: 'Keep my account',
    done: 'Your account is closed',
    doneHint: (date) => `It will be deleted after ${date}. Until then, signing in takes that back.`,
    doneAtOnce: 'What is in it is being removed.',
  },
}
