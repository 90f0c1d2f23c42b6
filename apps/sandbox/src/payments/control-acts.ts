import { z } from 'zod'
import { findAgreement } from './agreement.ts'
import { announce } from './announce.ts'
import { finishTrade, refundAtConsole } from './at-console.ts'
import { findTrade, type Acting } from './merchant.ts'
import { payTrade, scanTrade } from './pay.ts'
import { noticeFaultNames } from './payment-faults.ts'
import { returnTransfer, takeTransfer } from './take-transfer.ts'
import type { Trade } from './trade.ts'
import { findTransfer } from './transfer.ts'

/** Refused in words; the control routes answer it with its status. */
export class ControlRefused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const longestMs = 86_400_000

const settingsInput = z.strictObject({
  firstNoticeMs: z.number().int().min(0).max(longestMs).optional(),
  refundMs: z.number().int().min(0).max(longestMs).optional(),
  refundEnd: z.enum(['succeeded', 'closed', 'abnormal']).optional(),
  isBillReady: z.boolean().optional(),
  isWireTimeVirtual: z.boolean().optional(),
})

const tradeInput = z.strictObject({ trade: z.string().min(1) })
const payInput = tradeInput.extend({
  isLate: z.boolean().default(false),
  lessFen: z.number().int().min(0).default(0),
  at: z.coerce.date().nullable().default(null),
})
const refundInput = tradeInput.extend({ amountFen: z.number().int().min(1) })
const noticeInput = tradeInput.extend({
  event: z.enum(['paid', 'closed', 'refunded', 'finished']).default('paid'),
  refundNo: z.string().optional(),
  variants: z.array(z.enum(noticeFaultNames)).default([]),
  /** How often at once. */
  times: z.number().int().min(1).max(200).default(1),
})
const advanceInput = z.strictObject({
  ms: z
    .number()
    .int()
    .min(0)
    .max(400 * longestMs),
})

function tradeOf({ merchant }: Acting, name: string): Trade {
  const trade = findTrade(merchant, name)
  if (!trade) throw new ControlRefused(404, `merchant ${merchant.id} has no trade "${name}"`)
  return trade
}

function pay(acting: Acting, input: z.infer<typeof payInput>) {
  const trade = tradeOf(acting, input.trade)
  const end = payTrade(acting, trade, input)
  // Whoever pays twice is told so by the channel, and the merchant is told again.
  if (end === 'already_paid') announce(acting, { trade, event: 'paid', url: trade.notifyUrl })
  return { end, trade }
}

function refund(acting: Acting, input: z.infer<typeof refundInput>) {
  const made = refundAtConsole(acting, tradeOf(acting, input.trade), input.amountFen)
  if (!made) throw new ControlRefused(409, 'there is not so much left to refund')
  return made
}

/** Delivers right now, as often as asked, and answers with what the merchant said. */
async function sendNotice(acting: Acting, { refundNo, event, variants, ...input }: z.infer<typeof noticeInput>) {
  const { merchant } = acting
  const trade = tradeOf(acting, input.trade)
  const id = merchant.newNoticeId()
  const named = trade.refunds.find((made) => made.refundNo === refundNo) ?? trade.refunds.at(-1) ?? null
  const compose = () => merchant.compose({ id, trade, event, refund: named, variants })
  const notice = { id, orderNo: trade.orderNo, event, url: trade.notifyUrl, compose, attempts: [], nextAt: null }
  const attempts = await Promise.all(Array.from({ length: input.times }, () => merchant.courier.deliver(notice)))
  return { id, attempts }
}

async function advance({ merchant }: Acting, { ms }: z.infer<typeof advanceInput>) {
  await merchant.clock.advance(ms)
  return { now: merchant.clock.now() }
}

const agreementInput = z.strictObject({ agreement: z.string().min(1), isEnd: z.boolean().default(false) })

function signOrEnd(acting: Acting, { agreement: name, isEnd }: z.infer<typeof agreementInput>) {
  const { agreements } = acting.merchant
  const agreement = findAgreement(agreements, name)
  if (!agreements || !agreement) throw new ControlRefused(404, `there is no agreement "${name}"`)
  if (isEnd) agreements.end(acting, agreement)
  else agreements.sign(acting, agreement)
  return agreement
}

const transferInput = z.strictObject({
  transfer: z.string().min(1),
  act: z.enum(['take', 'refuse', 'return']).default('take'),
})

function actOnTransfer({ merchant }: Acting, { transfer: name, act }: z.infer<typeof transferInput>) {
  const transfer = findTransfer(merchant.transfers, name)
  if (!transfer) throw new ControlRefused(404, `there is no transfer "${name}"`)
  if (act === 'return' && !returnTransfer(merchant, transfer)) throw new ControlRefused(409, 'it has not arrived')
  if (act !== 'return') takeTransfer(merchant, transfer, act === 'take')
  return transfer
}

const redateInput = z.strictObject({ transfer: z.string().min(1), at: z.coerce.date() })

/** Books it at another instant: its return where it was brought back, else its payment. */
function redateTransfer({ merchant }: Acting, { transfer: name, at }: z.infer<typeof redateInput>) {
  const transfer = findTransfer(merchant.transfers, name)
  if (!transfer) throw new ControlRefused(404, `there is no transfer "${name}"`)
  if (transfer.paidAt === null) throw new ControlRefused(409, 'it was not paid')
  if (transfer.state === 'returned') transfer.endedAt = at
  else transfer.paidAt = at
  return transfer
}

/** Binds an act to its own kind of request. */
function bind<T>(input: z.ZodType<T>, run: (acting: Acting, input: T) => unknown) {
  return (acting: Acting, body: unknown): unknown => {
    const parsed = input.safeParse(body ?? {})
    if (!parsed.success) throw new ControlRefused(400, z.prettifyError(parsed.error))
    return run(acting, parsed.data)
  }
}

/** What a POST below a merchant does: payers, the merchant's own people at the channel's console, time, notices. */
export const controlActs: Readonly<Record<string, ReturnType<typeof bind>>> = {
  settings: bind(settingsInput, ({ merchant }, input) => (merchant.settings = { ...merchant.settings, ...input })),
  scan: bind(tradeInput, (acting, { trade }) => scanTrade(acting, tradeOf(acting, trade))),
  pay: bind(payInput, pay),
  refund: bind(refundInput, refund),
  finish: bind(tradeInput, (acting, { trade }) => finishTrade(acting, tradeOf(acting, trade))),
  agreement: bind(agreementInput, signOrEnd),
  transfer: bind(transferInput, actOnTransfer),
  redate: bind(redateInput, redateTransfer),
  notices: bind(noticeInput, sendNotice),
  advance: bind(advanceInput, advance),
  settle: bind(z.unknown(), ({ merchant }) => merchant.clock.settle()),
}
