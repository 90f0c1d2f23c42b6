import { z } from 'zod'
import { locales } from '../accounts/locales.ts'
import { idInput, requestKeyInput } from '../ids.ts'
import { payChannels } from '../orders/kinds.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayInput, dayRange } from '../time.ts'
import { isIdNumber } from './id-number.ts'
import { taxPolicies, withdrawalQueues } from './kinds.ts'

/** What one request may ask for at the most; what a day and a month hold is a rule that administrators set. */
const mostFen = 100_000_000

export const withdrawalIdInput = z.object({ withdrawalId: idInput('withdrawal') })

export const requestWithdrawalInput = z.object({
  amountFen: z.number().int().min(1).max(mostFen),
  requestKey: requestKeyInput,
})
export type RequestWithdrawalInput = z.output<typeof requestWithdrawalInput>

/** Ten fen a credit: whole credits only. */
export const exchangeCashInput = z.object({
  amountFen: z.number().int().min(10).max(mostFen).multipleOf(10),
  requestKey: requestKeyInput,
})
export type ExchangeCashInput = z.output<typeof exchangeCashInput>

/**
 * Where a person's cash goes, and whose it is: the law wants a name and a number before the first payment. Which of `account` and `bindingId`
 * it wants goes by the channel.
 */
export const savePayeeInput = z.object({
  channel: z.enum(payChannels),
  /** An Alipay account's phone number or address. */
  account: textInput(5, 100).optional(),
  /** At WeChat Pay: who scanned. */
  bindingId: idInput('payeeBinding').optional(),
  realName: textInput(2, 40),
  idNumber: textInput(18, 18)
    .overwrite((text) => text.toUpperCase())
    .refine(isIdNumber, { message: 'must be an ID number (GB 11643)', params: { rule: 'id_number' } })
    .meta({ examples: ['11010519491231002X'] }),
  /** Needed unless whoever asks has signed in just now. */
  currentPassword: z.string().min(1).max(200).optional(),
})
export type SavePayeeInput = z.output<typeof savePayeeInput>

export const payeeBindingIdInput = z.object({ bindingId: idInput('payeeBinding') })

/** What WeChat sends back with the person. */
export const completeBindingInput = z.object({
  state: z.string().regex(/^[0-9a-f]{48}$/),
  code: z.string().min(1).max(512),
})
export type CompleteBindingInput = z.output<typeof completeBindingInput>

export const listWithdrawalsInput = operatorPageInput.extend({
  queue: z.enum(withdrawalQueues).optional(),
  /** A number of a transfer, whole; or part of a person's name or address, or their id. */
  search: textInput(0, 100).optional(),
  /** Days on which it was asked for. */
  ...dayRange,
})
export type ListWithdrawalsInput = z.output<typeof listWithdrawalsInput>

export const decideWithdrawalInput = z.object({ withdrawalId: idInput('withdrawal'), reason: textInput(2, 200) })
export type DecideWithdrawalInput = z.output<typeof decideWithdrawalInput>

export const saveWithdrawalRulesInput = z.object({
  /** The one that was read. */
  version: z.number().int().min(1),
  isOn: z.boolean(),
  leastFen: z.number().int().min(100).max(mostFen),
  dayFen: z.number().int().min(100).max(mostFen),
  monthFen: z.number().int().min(100).max(mostFen),
  /** From this amount on finance looks first. */
  reviewFromFen: z.number().int().min(0).max(mostFen),
  taxPolicy: z.enum(taxPolicies),
})
export type SaveWithdrawalRulesInput = z.output<typeof saveWithdrawalRulesInput>

/** `year` left out: this one, on Shanghai's calendar. */
export const statementInput = z.object({ year: z.number().int().min(2020).max(2100).optional() })

export const statementCsvInput = statementInput.extend({ locale: z.enum(locales).default('zh-CN') })

const longestExportMs = 366 * 86_400_000

/** Days on which it was paid, both included, a year at the most. */
export const exportWithdrawalsInput = z
  .object({
    from: dayInput,
    to: dayInput,
    /** What the names and numbers are for; it stands in the audit log. */
    reason: textInput(4, 200),
    locale: z.enum(locales).default('zh-CN'),
  })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < longestExportMs, {
    path: ['to'],
    message: 'must lie within 366 days after from',
    params: { rule: 'day_range' },
  })
export type ExportWithdrawalsInput = z.output<typeof exportWithdrawalsInput>
