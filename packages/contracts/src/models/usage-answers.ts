import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { usageDimensions } from './kinds.ts'

const figures = {
  calls: countAnswer,
  errors: countAnswer,
  inputTokens: countAnswer,
  outputTokens: countAnswer,
  /** Of models that make pictures. */
  pictures: countAnswer,
  costMicroYuan: countAnswer,
  latencyP50Ms: z.number().nullable(),
  latencyP95Ms: z.number().nullable(),
  firstTokenP50Ms: z.number().nullable(),
  firstTokenP95Ms: z.number().nullable(),
}
/**
 * Figures over the attempts that have ended. Errors are those that failed or were lost; latency counts the succeeded ones, from the call
 * to its last word; the first token, wherever one came. Percentiles are the value of an actual attempt (nearest rank).
 */
const figuresAnswer = z.object(figures)
export type UsageFigures = z.output<typeof figuresAnswer>

const groupAnswer = z.object({
  ...figures,
  /** Edge id of a model or a user, a vendor, a tool, or a day; empty for calls that belong to none. */
  key: z.string(),
  /** A name for people: alias, user name; else the key itself. */
  label: z.string(),
})
export type UsageGroupDto = z.output<typeof groupAnswer>

/** When it was counted, and the first and last day. */
const rangeFields = { asOf: instantAnswer, from: z.string(), to: z.string() }

const usageReportAnswer = z.object({
  ...rangeFields,
  by: z.enum(usageDimensions),
  total: figuresAnswer,
  /** The busiest first, days in order; at most 500. */
  groups: z.array(groupAnswer),
  /** How many there are in all. */
  groupCount: countAnswer,
})
export type UsageReportDto = z.output<typeof usageReportAnswer>

export const modelStatsAnswer = z
  .object({ ...rangeFields, modelId: idAnswer('model'), total: figuresAnswer, byDay: z.array(groupAnswer) })
  .meta({ id: 'ModelStats' })
export type ModelStatsDto = z.output<typeof modelStatsAnswer>

const myFigures = { calls: countAnswer, inputTokens: countAnswer, outputTokens: countAnswer }
const myFiguresAnswer = z.object(myFigures)
export type MyUsageFigures = z.output<typeof myFiguresAnswer>
const myGroupAnswer = z.object({ ...myFigures, key: z.string() })

/** A person's own calls. What they cost the platform is on each receipt. */
const myUsageAnswer = z.object({
  ...rangeFields,
  total: myFiguresAnswer,
  byTool: z.array(myGroupAnswer),
  byDay: z.array(myGroupAnswer),
})
export type MyUsageDto = z.output<typeof myUsageAnswer>
