import { yuanText } from '../orders/prices.ts'
import { platformNames } from '../publications/kinds.ts'
import {
  accountNeedsEn,
  publicationEndsEn,
  publicationWaitBodiesEn,
  publicationWaitsEn,
} from '../publications/notice-words.en.ts'
import { withdrawalEndsEn } from '../withdrawals/end-words.en.ts'
import type { RebateForm } from '../referrals/kinds.ts'
import type { ParamsOf } from './events.ts'
import type { NotificationWords } from './words.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
const dayOf = (instant: string) => `${day.format(new Date(instant))} (Shanghai)`
const things = ({ credits, months }: { credits: number | null; months: number | null }) =>
  credits === null
    ? months === 1
      ? 'one month of membership'
      : `${months ?? 0} months of membership`
    : `${credits} credits`
const bonusOf = ({ bonusCredits }: { bonusCredits?: number | undefined }) =>
  bonusCredits ? `, and ${bonusCredits} from a campaign` : ''
const apps = { web: 'web', admin: 'operations', api: 'API' } as const

const stopReasons: Readonly<Record<ParamsOf<'renewal_stopped'>['reason'], string>> = {
  by_person: 'You turned automatic renewal off on the membership page.',
  ended_at_channel: 'The agreement was ended at the payment channel.',
  price_raised: 'The price of the plan has risen. Nothing is charged at the new price unless you agree anew.',
  plan_off_sale: 'The plan is no longer sold.',
  refunded: 'The membership was refunded.',
  suspended: 'The account was suspended.',
  channel_off: 'The payment channel offers automatic renewal no more.',
  not_paid: 'The charge did not succeed within three tries. You owe nothing.',
  missed: 'The days in which it could be charged went by.',
  not_signed: 'It was never signed at the payment channel.',
}

function rewardOf({ form, amount }: { form: RebateForm; amount: number }): string {
  switch (form) {
    case 'cash':
      return `¥${yuanText(amount)} in cash`
    case 'credits':
      return `${amount} credits`
    case 'coupon':
      return amount === 1 ? 'one coupon' : `${amount} coupons`
  }
}
const raisedBy = (campaign: ParamsOf<'rebate_born'>['campaign']): string => {
  if (!campaign) return ''
  return campaign.isCovered
    ? ` The campaign “${campaign.name}” raised it.`
    : ` The campaign “${campaign.name}” would have raised it, but has given all that it had: the ordinary rules hold.`
}
const lostFor: Readonly<Record<ParamsOf<'rebate_lost'>['reason'], string>> = {
  refunded: 'The order that it came of was refunded; the rebate goes back by the same share.',
  rejected: 'It was not granted on review. Ask support if you have questions.',
  suspended: 'The account was suspended when it was due and was not reinstated in time.',
}

export const notificationsEn: NotificationWords = {
  order_paid: (order) => ({
    title:
      order.amountFen === 0
        ? `Nothing to pay: ${things(order)}${bonusOf(order)}`
        : `¥${yuanText(order.amountFen)} paid: ${things(order)}${bonusOf(order)}`,
    body: 'What you paid for is there. The details are on the page of the order.',
    action: 'See the order',
  }),
  order_closed: (order) => ({
    title: `Order closed unpaid: ${things(order)}`,
    body: `No payment of ¥${yuanText(order.amountFen)} came in time. If you have just paid, the money goes back by itself; order again if you still want it.`,
    action: 'See the order',
  }),
  order_refunded: (order) => ({
    title: `¥${yuanText(order.amountFen)} refunded`,
    body: 'The payment channel has confirmed the refund; when it shows on your account is up to the channel.',
    action: 'See the order',
  }),
  refund_rejected: (order) => ({
    title: `Your refund of ¥${yuanText(order.amountFen)} was not granted`,
    body: `What finance says: ${order.reason}. No money went back; credits and membership are as they were.`,
    action: 'See the order',
  }),
  membership_opened: ({ endsAt }) => ({
    title: 'Your membership has begun',
    body: `It lasts until ${dayOf(endsAt)}. Until then nothing you generate costs credits.`,
    action: 'See the membership',
  }),
  membership_renewed: ({ endsAt }) => ({
    title: 'Your membership is renewed',
    body: `It now lasts until ${dayOf(endsAt)}, without a gap.`,
    action: 'See the membership',
  }),
  membership_ending: ({ endsAt, days }) => ({
    title: days === 1 ? 'Your membership ends within a day' : `Your membership ends within ${days} days`,
    body: `It ends on ${dayOf(endsAt)}. A renewal bought now follows on from then, so no day is lost; nothing is charged if you do not renew.`,
    action: 'Renew',
  }),
  membership_ended: ({ endsAt }) => ({
    title: 'Your membership has ended',
    body: `It ended on ${dayOf(endsAt)}, and nothing was charged. Your works are all there; from now on generating costs credits.`,
    action: 'Become a member again',
  }),
  gift_expiring: ({ credits, expiresAt }) => ({
    title: `${credits} gift credits are about to expire`,
    body: `What is left of them lapses on ${dayOf(expiresAt)}. They are spent first; credits that you bought never expire.`,
    action: 'See your credits',
  }),
  renewal_started: ({ amountFen, months, chargeAt }) => ({
    title: 'Automatic renewal is on',
    body: `¥${yuanText(amountFen)} will be charged around ${dayOf(chargeAt)} for ${things({ credits: null, months })}. You are told again five days and one day before; one tap on the membership page turns it off at any time.`,
    action: 'See automatic renewal',
  }),
  renewal_due: ({ amountFen, months, chargeAt, days }) => ({
    title:
      days === 1
        ? `¥${yuanText(amountFen)} will be charged tomorrow to renew your membership`
        : `¥${yuanText(amountFen)} will be charged in five days to renew your membership`,
    body: `On ${dayOf(chargeAt)}, for ${things({ credits: null, months })}. If you do not want it, turn it off on the membership page with one tap, or in the app of the payment channel, before then: nothing will be charged.`,
    action: 'See automatic renewal',
  }),
  renewal_stopped: ({ reason, endsAt }) => ({
    title: 'Automatic renewal is off: nothing more will be charged',
    body: `${stopReasons[reason]}${endsAt === null ? '' : ` Your membership lasts until ${dayOf(endsAt)}.`}`,
    action: 'See the membership',
  }),
  coupon_received: ({ name, count, expiresAt }) => ({
    title: count === 1 ? `A coupon for you: ${name}` : `${count} coupons for you: ${name}`,
    body: `Among your coupons, to be used until ${dayOf(expiresAt)}. When you order, the one that saves most is chosen by itself.`,
    action: 'See your coupons',
  }),
  coupon_expiring: ({ name, expiresAt }) => ({
    title: `A coupon is about to expire: ${name}`,
    body: `It expires on ${dayOf(expiresAt)} and cannot be used after that.`,
    action: 'See your coupons',
  }),
  withdrawal_confirm: ({ amountFen, until }) => ({
    title: `¥${yuanText(amountFen)} waits for you in WeChat`,
    body: `Take it in WeChat before ${dayOf(until)}. If you do not, it goes back to your cash balance, and can be paid again.`,
    action: 'Take it',
  }),
  withdrawal_paid: ({ amountFen }) => ({
    title: `¥${yuanText(amountFen)} was paid out to you`,
    body: 'The payment channel has confirmed it.',
    action: 'See your withdrawals',
  }),
  withdrawal_ended: ({ amountFen, reason, note }) => ({
    title: `¥${yuanText(amountFen)} was not paid out; it is in your balance again`,
    body: `${withdrawalEndsEn[reason]}${note === null ? '' : ` What finance says: ${note}.`}`,
    action: 'See your withdrawals',
  }),
  rebate_born: ({ dueAt, campaign, ...reward }) => ({
    title:
      reward.level === 0
        ? `Welcome reward on its way: ${rewardOf(reward)}`
        : `A rebate on its way: ${rewardOf(reward)}`,
    body: `It is paid after the days for refunds, on ${dayOf(dueAt)} at the earliest; a refund of the order lowers it.${raisedBy(campaign)}`,
    action: 'See your invitations',
  }),
  rebate_paid: (reward) => ({
    title: reward.level === 0 ? `Welcome reward paid: ${rewardOf(reward)}` : `Rebate paid: ${rewardOf(reward)}`,
    body:
      reward.form === 'coupon'
        ? 'It is among your coupons; at the next order the best one is chosen by itself.'
        : 'The details are on the page of your invitations and in your ledger.',
    action: 'See your invitations',
  }),
  rebate_lost: ({ reason, wasPaid, ...reward }) => ({
    title: wasPaid
      ? `Taken back of a paid rebate: ${rewardOf(reward)}`
      : `A pending rebate is less by ${rewardOf(reward)}`,
    body: lostFor[reason],
    action: 'See your invitations',
  }),
  work_finished: ({ title, isIncomplete }) => ({
    title: isIncomplete
      ? `“${title || 'Your long work'}” stopped halfway`
      : `“${title || 'Your long work'}” is finished`,
    body: isIncomplete
      ? 'What was written is saved, and going on with it is free.'
      : 'Every part is saved, to be read and edited.',
    action: 'Open the work',
  }),
  new_sign_in: ({ app, device, ipAddress }) => ({
    title: 'Your account was signed in to on a new device',
    body: `${device ?? 'Unknown device'}, ${apps[app]}, from ${ipAddress}. If this was not you, change your password now and sign that device out.`,
    action: 'See signed-in devices',
  }),
  password_changed: ({ isReset }) => ({
    title: isReset ? 'Your password was reset by mail' : 'Your password was changed',
    body: 'All other devices were signed out and all API keys revoked. If this was not you, take the account back with “Forgot your password?” now, and contact support.',
    action: 'See account settings',
  }),
  payee_changed: ({ channel, accountMark }) => ({
    title: 'The account your cash is paid to was changed',
    body: `Withdrawals go to ${channel === 'alipay' ? 'Alipay' : 'WeChat'} ${accountMark} from now on. If this was not you, change your password now, and contact support.`,
    action: 'See withdrawals',
  }),
  email_changed: () => ({
    title: 'The email address of your account was changed',
    body: 'Mail goes to the new address from now on; the old one no longer signs in or resets the password. If this was not you, contact support now.',
    action: 'See account settings',
  }),
  account_closing: ({ dueAt }) => ({
    title: 'Your account waits for its deletion',
    body: `It is closed now and will be deleted after ${dayOf(dueAt)}; after that nothing brings it back. Until then, signing in with the password lets you keep it. If this was not you, sign in now, keep it, and change your password.`,
    action: 'Sign in and keep it',
  }),
  support_answered: ({ subject }) => ({
    title: `Support has answered: ${subject}`,
    body: 'Open the conversation to read the answer, or to go on.',
    action: 'Read the answer',
  }),
  support_closed: ({ subject }) => ({
    title: `Support has closed a conversation: ${subject}`,
    body: 'If the question is still there, the next message in it takes it up again.',
    action: 'See the conversation',
  }),
  publication_published: ({ platform, title, confirmation }) => ({
    title: `Published on ${platformNames[platform].en}: ${title}`,
    body:
      confirmation === 'platform_confirmed'
        ? 'The platform confirmed it. If it takes it down within 7 days, you will be told.'
        : 'You gave its address, so it stands as confirmed by you.',
    action: 'See publication',
  }),
  publication_waiting: ({ platform, title, status, detail }) => ({
    title: `${platformNames[platform].en} ${publicationWaitsEn[status]}: ${title}`,
    body: detail?.en ?? publicationWaitBodiesEn[status],
    action: 'Go there',
  }),
  publication_failed: ({ platform, title, status, detail }) => ({
    title: `${publicationEndsEn[status]} ${platformNames[platform].en}: ${title}`,
    body: detail?.en ?? 'It was not published. Open it to see why, and whether to try again.',
    action: 'See why',
  }),
  publication_removed: ({ platform, title, detail }) => ({
    title: `No longer on ${platformNames[platform].en}: ${title}`,
    body: detail?.en ?? 'The platform does not find it any more; it may have been taken down or deleted.',
    action: 'See publication',
  }),
  platform_account_lapsed: ({ platform, name, state = 'expired', detail }) => ({
    title: `${platformNames[platform].en} account “${name}” ${accountNeedsEn[state]}`,
    body: `${(state === 'expired' ? null : detail?.en) ?? 'Its permission has lapsed'}. What is due waits for you there and is not sent.`,
    action: state === 'expired' ? 'Connect it' : 'See to it',
  }),
  support_asked: ({ subject, username, isMember }) => ({
    title: `${isMember ? 'Member ' : ''}@${username} waits for an answer: ${subject}`,
    body: 'It is taken and answered under “Support” in the operations app.',
    action: 'Answer',
  }),
  campaign_rewarded: ({ name, credits, expiresAt }) => ({
    title: `${credits} credits for you: ${name}`,
    body:
      expiresAt === null
        ? 'They can be spent at once.'
        : `They can be spent at once, and lapse on ${dayOf(expiresAt)}; they are spent first.`,
    action: 'See the campaign',
  }),
  campaign_budget_low: ({ name, percent, isEnded }) => ({
    title: isEnded ? `Budget used up, campaign ended: ${name}` : `${percent}% of the budget is used: ${name}`,
    body: isEnded
      ? 'What is left does not suffice for one more. Make a new campaign to go on.'
      : 'Raise the budget or end it under “Campaigns” in the operations app.',
    action: 'See the campaign',
  }),
}
