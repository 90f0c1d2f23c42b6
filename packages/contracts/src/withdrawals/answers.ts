import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { payChannels } from '../orders/kinds.ts'
import {
  bindingStatuses,
  taxPolicies,
  withdrawalEndReasons,
  withdrawalReviewReasons,
  withdrawalStatuses,
} from './kinds.ts'

/** As much of a payee as may be shown: never the number, nor the whole account or name. */
const payeeAnswer = z.object({
  channel: z.enum(payChannels),
  accountMark: z.string(),
  nameMark: z.string(),
})

export const withdrawalAnswer = z
  .object({
    id: idAnswer('withdrawal'),
    status: z.enum(withdrawalStatuses),
    amountFen: countAnswer,
    /** Decided when it was approved; null before. */
    taxFen: countAnswer.nullable(),
    netFen: countAnswer.nullable(),
    taxPolicy: z.enum(taxPolicies).nullable(),
    payee: payeeAnswer,
    /** How often it was sent, or is about to be. */
    attempt: countAnswer,
    endReason: z.enum(withdrawalEndReasons).nullable(),
    /** What finance said of it. */
    decisionNote: z.string().nullable(),
    /** While it has to be taken in the channel's own app: until when, and in the sandbox where. */
    confirm: z.object({ until: instantAnswer, sandboxUrl: z.string().nullable() }).nullable(),
    canCancel: z.boolean(),
    canRepeat: z.boolean(),
    createdAt: instantAnswer,
    endedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'Withdrawal' })
export type WithdrawalDto = z.output<typeof withdrawalAnswer>

export const cashAccountAnswer = z
  .object({
    isOn: z.boolean(),
    /** Negative after a clawback that could not be met. */
    cashFen: countAnswer,
    leastFen: countAnswer,
    /** What the limits of day and month leave. */
    leftFen: countAnswer,
    isInDebt: z.boolean(),
    channels: z.array(z.enum(payChannels)),
    payee: payeeAnswer.nullable(),
    open: withdrawalAnswer.nullable(),
  })
  .meta({ id: 'CashAccount' })
export type CashAccountDto = z.output<typeof cashAccountAnswer>

export const beginBindingAnswer = z
  .object({
    bindingId: idAnswer('payeeBinding'),
    /** To be drawn as a QR code, and scanned in the channel's own app. */
    url: z.string(),
    expiresAt: instantAnswer,
    /** In the sandbox, where the phone that plays the payee opens it. */
    sandboxUrl: z.string().nullable(),
  })
  .meta({ id: 'PayeeBindingStart' })
export type BeginBindingDto = z.output<typeof beginBindingAnswer>

export const bindingAnswer = z
  .object({
    status: z.enum([...bindingStatuses, 'expired']),
    /** Enough to know one's own by; null until somebody has scanned. */
    accountMark: z.string().nullable(),
  })
  .meta({ id: 'PayeeBinding' })
export type BindingDto = z.output<typeof bindingAnswer>

/** Told to whoever scanned. */
export const boundAnswer = z.object({ username: z.string(), accountMark: z.string() })
export type BoundDto = z.output<typeof boundAnswer>

const sums = { grossFen: countAnswer, taxFen: countAnswer, netFen: countAnswer }

/** What was paid to a person in a year of Shanghai's calendar: for their own tax. */
export const statementAnswer = z
  .object({
    year: countAnswer,
    /** Years in which anything was paid, the newest first. */
    years: z.array(countAnswer),
    ...sums,
    payments: z.array(
      z.object({
        id: idAnswer('withdrawal'),
        paidAt: instantAnswer,
        channel: z.enum(payChannels),
        accountMark: z.string(),
        ...sums,
        taxPolicy: z.enum(taxPolicies),
        /** The number that both we and the channel know it by. */
        transferNo: z.string(),
      }),
    ),
  })
  .meta({ id: 'WithdrawalStatement' })
export type StatementDto = z.output<typeof statementAnswer>

export const exchangeAnswer = z
  .object({ credits: countAnswer, cashFen: countAnswer, creditBalance: countAnswer })
  .meta({ id: 'CashExchange' })
export type ExchangeDto = z.output<typeof exchangeAnswer>

export const withdrawalRowAnswer = withdrawalAnswer.omit({ confirm: true, canCancel: true }).extend({
  user: z.object({ id: idAnswer('user'), username: z.string() }),
  reviewReasons: z.array(z.enum(withdrawalReviewReasons)),
  decidedBy: z.string().nullable(),
  decidedAt: instantAnswer.nullable(),
})
export type WithdrawalRowDto = z.output<typeof withdrawalRowAnswer>

export const withdrawalDetailAnswer = withdrawalRowAnswer.extend({
  /** Every transfer that the channel was asked for, the newest first. */
  transfers: z.array(
    z.object({
      transferNo: z.string(),
      channelNo: z.string().nullable(),
      amountFen: countAnswer,
      status: z.enum(withdrawalStatuses),
      /** The channel's own code, where it named one. */
      vendorCode: z.string().nullable(),
      isSandbox: z.boolean(),
      createdAt: instantAnswer,
      endedAt: instantAnswer.nullable(),
    }),
  ),
  /** Others who have given the same account. */
  sharedWith: z.array(z.object({ id: idAnswer('user'), username: z.string() })),
  /** Its run in the Temporal UI; null where that address is not set. */
  workflowUrl: z.string().nullable(),
})
export type WithdrawalDetailDto = z.output<typeof withdrawalDetailAnswer>

export const withdrawalRulesAnswer = z.object({
  version: countAnswer,
  isOn: z.boolean(),
  leastFen: countAnswer,
  dayFen: countAnswer,
  monthFen: countAnswer,
  reviewFromFen: countAnswer,
  taxPolicy: z.enum(taxPolicies),
  updatedAt: instantAnswer,
})
export type WithdrawalRulesDto = z.output<typeof withdrawalRulesAnswer>
