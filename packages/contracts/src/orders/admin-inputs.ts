import { z } from 'zod'
import { locales } from '../accounts/locales.ts'
import { idInput } from '../ids.ts'
import { planBenefits } from '../memberships/benefits.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange } from '../time.ts'
import {
  abnormalReasons,
  abnormalResolutions,
  noticeVerdicts,
  orderKinds,
  orderStatuses,
  payChannels,
} from './kinds.ts'

const filterFields = {
  status: z.enum(orderStatuses).optional(),
  kind: z.enum(orderKinds).optional(),
  channel: z.enum(payChannels).optional(),
  /** `any`: everything that waits for finance. */
  abnormal: z.enum(['any', ...abnormalReasons]).optional(),
  /** A number of an order, of a transaction or of a refund, whole; or part of a person's name, of their address, or their id. */
  search: textInput(0, 100).optional(),
  /** Days on which the order was made. */
  ...dayRange,
}

export const allOrdersInput = operatorPageInput.extend(filterFields)
export type AllOrdersInput = z.output<typeof allOrdersInput>

/** The same filters as the list; `locale` words the file. */
export const ordersCsvInput = z.object({ ...filterFields, locale: z.enum(locales).default('zh-CN') })
export type OrdersCsvInput = z.output<typeof ordersCsvInput>

export const noticesInput = operatorPageInput.extend({
  verdict: z.enum(noticeVerdicts).optional(),
  channel: z.enum(payChannels).optional(),
  /** A number of an order, whole. */
  search: textInput(0, 100).optional(),
  /** Days on which it came. */
  ...dayRange,
})
export type NoticesInput = z.output<typeof noticesInput>

export const resolveOrderInput = z.object({
  orderId: idInput('order'),
  resolution: z.enum(abnormalResolutions),
  /** Why, and on what proof. */
  note: textInput(4, 500),
})
export type ResolveOrderInput = z.output<typeof resolveOrderInput>

export const updatePlanInput = z.object({
  planId: idInput('plan'),
  /** The one that was read: a change that somebody else made meanwhile is not written over. */
  version: z.number().int().min(1),
  changes: z
    .object({
      name: z.object({ zh: textInput(1, 40), en: textInput(1, 40) }),
      /** Whole jiao and fen are allowed; never free. */
      priceFen: z.number().int().min(1).max(10_000_000),
      position: z.number().int().min(1).max(1_000),
      isOnSale: z.boolean(),
      /** For what is bought from now on. */
      benefits: planBenefits,
    })
    .partial(),
})
export type UpdatePlanInput = z.output<typeof updatePlanInput>
