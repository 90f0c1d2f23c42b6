import { z } from 'zod'
import { readChinaTime } from '../china-time.ts'
import { fen } from '../money.ts'

export const orderNo = z.string().regex(/^[A-Za-z0-9_]{1,64}$/)
export const amount = z
  .string()
  .transform((text) => fen(text) ?? 0)
  .pipe(z.number().min(1).max(10_000_000_000))
export const optionalText = (max: number) => z.string().max(max).optional()
export const time = z.string().transform((text, context) => {
  const at = readChinaTime(text)
  if (at !== null) return at
  context.addIssue('not a time')
  return z.NEVER
})

/** One of the two names a trade goes by. */
export const tradeKey = { out_trade_no: orderNo.optional(), trade_no: z.string().min(1).max(64).optional() }
