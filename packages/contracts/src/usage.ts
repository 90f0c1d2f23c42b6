import { z } from 'zod'
import { locales } from './accounts.ts'
import { idInput } from './ids.ts'
import { attemptOutcomes, usagePurposes, vendorKeys } from './models.ts'
import { pageInput } from './page.ts'
import { dayInput } from './time.ts'

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

export const usageDimensions = ['model', 'vendor', 'tool', 'user', 'day'] as const
export type UsageDimension = (typeof usageDimensions)[number]

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

/**
 * Figures over the attempts that have ended. Errors are those that failed or were lost; latency counts the succeeded ones, from the call
 * to its last word; the first token, wherever one came. Percentiles are the value of an actual attempt (nearest rank).
 */
export interface UsageFigures {
  calls: number
  errors: number
  inputTokens: number
  outputTokens: number
  costMicroYuan: number
  latencyP50Ms: number | null
  latencyP95Ms: number | null
  firstTokenP50Ms: number | null
  firstTokenP95Ms: number | null
}

export interface UsageGroupDto extends UsageFigures {
  /** Edge id of a model or a user, a vendor, a tool, or a day; empty for calls that belong to none. */
  key: string
  /** A name for people: alias, user name; else the key itself. */
  label: string
}

export interface UsageReportDto {
  /** ISO; when it was counted. */
  asOf: string
  from: string
  to: string
  by: UsageDimension
  total: UsageFigures
  /** The busiest first, days in order; at most 500. */
  groups: UsageGroupDto[]
  /** How many there are in all. */
  groupCount: number
}

export interface ModelStatsDto {
  asOf: string
  from: string
  to: string
  modelId: string
  total: UsageFigures
  byDay: UsageGroupDto[]
}

export type MyUsageFigures = Pick<UsageFigures, 'calls' | 'inputTokens' | 'outputTokens'>

/** A person's own calls. What they cost the platform is on each receipt. */
export interface MyUsageDto {
  asOf: string
  from: string
  to: string
  total: MyUsageFigures
  byTool: (MyUsageFigures & { key: string })[]
  byDay: (MyUsageFigures & { key: string })[]
}
