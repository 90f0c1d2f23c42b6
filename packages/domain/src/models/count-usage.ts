import type { UsageDimension } from '@mozhou/contracts/models/kinds'
import type { UsageFigures } from '@mozhou/contracts/models/usage-answers'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { usageConditions } from './usage-conditions.ts'
import type { UsageFilter } from './usage-conditions.ts'

export interface UsageCount {
  total: UsageFigures
  /** `name` is the newest alias of a model. Null where the calls belong to none. */
  groups: { key: string | null; name: string | null; figures: UsageFigures }[]
  groupCount: number
}

const keyColumns: Record<UsageDimension, Prisma.Sql> = {
  model: Prisma.sql`model_id::text`,
  vendor: Prisma.sql`vendor`,
  tool: Prisma.sql`tool_key`,
  user: Prisma.sql`user_id::text`,
  day: Prisma.sql`((created_at AT TIME ZONE 'Asia/Shanghai')::date)::text`,
}

/** Total and groups in one statement, so that they are of one instant and always add up. Groups: the busiest first, days in order. */
export async function countUsage(
  ctx: Pick<DomainContext, 'prisma'>,
  question: UsageFilter & { by: UsageDimension; limit: number },
): Promise<UsageCount> {
  const order = question.by === 'day' ? Prisma.sql`key` : Prisma.sql`calls DESC, key`
  const rows = await ctx.prisma.$queryRaw<CountRow[]>`
    SELECT grouping(key) = 1 AS "isTotal", key, count(*)::int AS calls, (array_agg(alias ORDER BY created_at DESC))[1] AS name,
      (count(*) FILTER (WHERE outcome IN ('failed', 'lost')))::int AS errors,
      coalesce(sum(input_tokens), 0)::bigint AS "inputTokens", coalesce(sum(output_tokens), 0)::bigint AS "outputTokens",
      coalesce(sum(pictures), 0)::int AS pictures, coalesce(sum(cost_micro_yuan), 0)::bigint AS "costMicroYuan",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE outcome = 'succeeded') AS "latencyP50Ms",
      percentile_disc(0.95) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE outcome = 'succeeded') AS "latencyP95Ms",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY first_token_ms) AS "firstTokenP50Ms",
      percentile_disc(0.95) WITHIN GROUP (ORDER BY first_token_ms) AS "firstTokenP95Ms",
      (count(*) OVER ())::int - 1 AS "groupCount"
    FROM (
      SELECT ${keyColumns[question.by]} AS key, alias, created_at, outcome, input_tokens, output_tokens, pictures, cost_micro_yuan, latency_ms, first_token_ms
      FROM model_usages WHERE ${usageConditions(question)}
    ) counted
    GROUP BY GROUPING SETS ((), (key)) ORDER BY "isTotal" DESC, ${order} LIMIT ${question.limit + 1}`
  const [total, ...groups] = rows
  if (!total?.isTotal) throw new Error('the usage statement gave no total')
  return {
    total: toFigures(total),
    groups: groups.map((row) => ({ key: row.key, name: row.name, figures: toFigures(row) })),
    groupCount: total.groupCount,
  }
}

interface CountRow extends Omit<UsageFigures, 'inputTokens' | 'outputTokens' | 'costMicroYuan'> {
  isTotal: boolean
  key: string | null
  name: string | null
  inputTokens: bigint
  outputTokens: bigint
  costMicroYuan: bigint
  groupCount: number
}

function toFigures(row: CountRow): UsageFigures {
  return {
    calls: row.calls,
    errors: row.errors,
    inputTokens: Number(row.inputTokens),
    outputTokens: Number(row.outputTokens),
    pictures: row.pictures,
    costMicroYuan: Number(row.costMicroYuan),
    latencyP50Ms: row.latencyP50Ms,
    latencyP95Ms: row.latencyP95Ms,
    firstTokenP50Ms: row.firstTokenP50Ms,
    firstTokenP95Ms: row.firstTokenP95Ms,
  }
}
