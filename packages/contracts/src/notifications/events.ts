import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { sessionApps } from '../accounts/kinds.ts'
import { idAnswer } from '../ids.ts'
import { orderKinds, payChannels } from '../orders/kinds.ts'
import { confirmations, platformKeys } from '../publications/kinds.ts'
import { rebateEndReasons, rebateForms, rebateLevels } from '../referrals/kinds.ts'
import { renewalEndReasons } from '../renewals/kinds.ts'
import { withdrawalEndReasons } from '../withdrawals/kinds.ts'

const order = { orderId: idAnswer('order'), orderKind: z.enum(orderKinds), amountFen: countAnswer }
/** What a sum of money buys: credits, or months of membership. */
const bought = { credits: countAnswer.nullable(), months: countAnswer.nullable() }
/** Credits that a campaign gave on top. */
const bonus = { bonusCredits: countAnswer.optional() }
const conversation = { conversationId: idAnswer('conversation'), subject: z.string() }
const campaign = { campaignId: idAnswer('campaign'), name: z.string() }
const charge = { amountFen: countAnswer, months: countAnswer, chargeAt: instantAnswer }
const coupon = { name: z.string(), expiresAt: instantAnswer }
/** `amountFen`: what is paid, after tax; before it is decided, what was asked for. */
const withdrawal = { withdrawalId: idAnswer('withdrawal'), amountFen: countAnswer }
/** Credits or fen, for who invited (1, 2) or for the invited themself (0). */
const rebate = { form: z.enum(rebateForms), amount: countAnswer, level: z.literal(rebateLevels) }
const publication = {
  publicationId: idAnswer('publication'),
  platform: z.enum(platformKeys),
  title: z.string(),
}
/** What it means and what can be done. */
const told = { detail: wordingAnswer.nullable() }
const until = { endsAt: instantAnswer }

/** What a person is told of, as data: words are composed when it is read, in the language of that moment. */
export const notificationEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order_paid'), params: z.object({ ...order, ...bought, ...bonus }) }),
  z.object({ kind: z.literal('order_closed'), params: z.object({ ...order, ...bought }) }),
  z.object({ kind: z.literal('order_refunded'), params: z.object(order) }),
  /** `reason`: as finance wrote it. */
  z.object({ kind: z.literal('refund_rejected'), params: z.object({ ...order, reason: z.string() }) }),
  z.object({ kind: z.literal('membership_opened'), params: z.object(until) }),
  z.object({ kind: z.literal('membership_renewed'), params: z.object(until) }),
  z.object({ kind: z.literal('membership_ending'), params: z.object({ ...until, days: countAnswer }) }),
  z.object({ kind: z.literal('membership_ended'), params: z.object(until) }),
  z.object({ kind: z.literal('renewal_started'), params: z.object(charge) }),
  /** `days`: 5 or 1 before it is taken. */
  z.object({ kind: z.literal('renewal_due'), params: z.object({ ...charge, days: countAnswer }) }),
  z.object({
    kind: z.literal('renewal_stopped'),
    /** `by_person`: turned off here. */
    params: z.object({ reason: z.enum(['by_person', ...renewalEndReasons]), endsAt: instantAnswer.nullable() }),
  }),
  z.object({
    kind: z.literal('gift_expiring'),
    params: z.object({ credits: countAnswer, expiresAt: instantAnswer }),
  }),
  /** `count`: of one coupon, at once. */
  z.object({
    kind: z.literal('coupon_received'),
    params: z.object({ ...coupon, count: countAnswer }),
  }),
  z.object({ kind: z.literal('coupon_expiring'), params: z.object(coupon) }),
  /** It waits in the channel's own app until then. */
  z.object({
    kind: z.literal('withdrawal_confirm'),
    params: z.object({ ...withdrawal, channel: z.enum(payChannels), until: instantAnswer }),
  }),
  z.object({ kind: z.literal('withdrawal_paid'), params: z.object(withdrawal) }),
  /** `note`: as finance wrote it. */
  z.object({
    kind: z.literal('withdrawal_ended'),
    params: z.object({ ...withdrawal, reason: z.enum(withdrawalEndReasons), note: z.string().nullable() }),
  }),
  z.object({
    kind: z.literal('payee_changed'),
    params: z.object({ channel: z.enum(payChannels), accountMark: z.string() }),
  }),
  z.object({
    kind: z.literal('rebate_born'),
    /** `campaign`: one that raises it, or whose budget did not bear that any more, so that the ordinary rules hold. */
    params: z.object({
      ...rebate,
      dueAt: instantAnswer,
      campaign: z.object({ name: z.string(), isCovered: z.boolean() }).optional(),
    }),
  }),
  z.object({ kind: z.literal('rebate_paid'), params: z.object(rebate) }),
  z.object({
    kind: z.literal('rebate_lost'),
    /** `amount`: what of it is gone, of one that was paid already where `wasPaid`. */
    params: z.object({ ...rebate, reason: z.enum(rebateEndReasons), wasPaid: z.boolean() }),
  }),
  z.object({
    kind: z.literal('work_finished'),
    params: z.object({ creationId: idAnswer('creation'), title: z.string(), isIncomplete: z.boolean() }),
  }),
  z.object({
    kind: z.literal('new_sign_in'),
    /** `device`: null when the browser names nothing known. */
    params: z.object({ app: z.enum(sessionApps), device: z.string().nullable(), ipAddress: z.string() }),
  }),
  z.object({ kind: z.literal('password_changed'), params: z.object({ isReset: z.boolean() }) }),
  z.object({ kind: z.literal('email_changed'), params: z.object({}) }),
  z.object({ kind: z.literal('account_closing'), params: z.object({ dueAt: instantAnswer }) }),
  z.object({ kind: z.literal('support_answered'), params: z.object(conversation) }),
  z.object({ kind: z.literal('support_closed'), params: z.object(conversation) }),
  z.object({
    kind: z.literal('campaign_rewarded'),
    /** `expiresAt`: when what was given lapses; null: never. */
    params: z.object({ ...campaign, credits: countAnswer, expiresAt: instantAnswer.nullable() }),
  }),
  z.object({
    kind: z.literal('publication_published'),
    params: z.object({ ...publication, confirmation: z.enum(confirmations) }),
  }),
  z.object({
    kind: z.literal('publication_waiting'),
    params: z.object({
      ...publication,
      ...told,
      status: z.enum(['awaiting_user', 'needs_attention', 'unconfirmed']),
    }),
  }),
  z.object({
    kind: z.literal('publication_failed'),
    params: z.object({ ...publication, ...told, status: z.enum(['rejected', 'failed', 'expired']) }),
  }),
  z.object({ kind: z.literal('publication_removed'), params: z.object({ ...publication, ...told }) }),
  z.object({
    kind: z.literal('platform_account_lapsed'),
    params: z.object({
      accountId: idAnswer('platformAccount'),
      platform: z.enum(platformKeys),
      name: z.string(),
      /** Older ones have none: the permission had lapsed. */
      state: z.enum(['expired', 'address_refused', 'restricted']).optional(),
      detail: wordingAnswer.nullable().optional(),
    }),
  }),
  /** For operators. */
  z.object({
    kind: z.literal('support_asked'),
    params: z.object({ ...conversation, username: z.string(), isMember: z.boolean() }),
  }),
  z.object({
    kind: z.literal('campaign_budget_low'),
    /** What is gone or held of the budget, in percent. */
    params: z.object({ ...campaign, percent: countAnswer, isEnded: z.boolean() }),
  }),
])
export type NotificationEvent = z.output<typeof notificationEvent>
export type NotificationKind = NotificationEvent['kind']
export type ParamsOf<Kind extends NotificationKind> = Extract<NotificationEvent, { kind: Kind }>['params']
