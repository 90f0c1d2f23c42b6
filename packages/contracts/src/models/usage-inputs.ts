import { z } from 'zod'
import { locales } from '../accounts/locales.ts'
import { idInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { dayInput } from '../time.ts'
import { attemptOutcomes, usageDimensions, usagePurposes } from './kinds.ts'
import { vendorKeys } from './vendor-keys.ts'

const dayMs = 86_400_000
/** Longer ranges would read the whole table for one page. */
export const maxUsageDays = 366

const rangeFields = {
  /** First and last day, both included. */
  from: dayInput,
  to: dayInput,
}

const filterFields = {
  modelId: idInput('model').optional(),
  vendor: z.enum(vendorKeys).optional(),
  /** `none`: the calls made for no tool. */
  tool: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/)
    .optional(),
  /** `none`: the calls that belong to nobody. */
  userId: z.union([z.literal('none'), idInput('user')]).optional(),
  purpose: z.enum(usagePurposes).optional(),
}

function isRange({ from, to }: { from: string; to: string }): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
  return days >= 1 && days <= maxUsageDays
}
const rangeRule = { path: ['to'], message: 'must lie within 366 days after from', params: { rule: 'day_range' } }

export const usageReportInput = z
  .object({ ...rangeFields, ...filterFields, by: z.enum(usageDimensions).default('model') })
  .refine(isRange, rangeRule)
export type UsageReportInput = z.output<typeof usageReportInput>

export const usageRowsInput = pageInput
  .extend({ ...rangeFields, ...filterFields, outcome: z.enum(attemptOutcomes).optional() })
  .refine(isRange, rangeRule)
export type UsageRowsInput = z.output<typeof usageRowsInput>

export const modelStatsInput = z.object({ modelId: idInput('model'), ...rangeFields }).partial({ from: true, to: true })
export type ModelStatsInput = z.output<typeof modelStatsInput>

/** `locale` words the header line. */
export const usageCsvInput = usageReportInput.extend({ locale: z.enum(locales).default('zh-CN') })
export type UsageCsvInput = z.output<typeof usageCsvInput>

export const myUsageInput = z.object(rangeFields).refine(isRange, rangeRule)
export type MyUsageInput = z.output<typeof myUsageInput>
