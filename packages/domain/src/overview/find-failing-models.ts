import { failureKinds, failurePolicies } from '@mozhou/contracts/failures'
import { formatId } from '@mozhou/contracts/ids'
import type { FailingModelsDto } from '@mozhou/contracts/overview/answers'
import type { DomainContext } from '../context.ts'
import { readKnownCircuits } from '../models/circuit.ts'

const hourMs = 3_600_000
/** Fewer calls say nothing of a model. */
const leastCalls = 5
/** Of a model's calls in an hour: the share of errors from which somebody should look. */
const failingShare = 0.3

/** A request that no model would have answered, as one whose contents were refused, is no fault of the model's. */
const requestsFault = failureKinds.filter((kind) => !failurePolicies[kind].countsAgainstCircuit)

/** Models behind an open circuit, and those that failed often in the last hour, the most failing first. */
export async function findFailingModels(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'redis' | 'log'>,
): Promise<FailingModelsDto> {
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - hourMs)
  const [rows, circuits] = await Promise.all([
    ctx.prisma.$queryRaw<{ modelId: string; alias: string; calls: number; errors: number }[]>`
      SELECT model_id AS "modelId", (array_agg(alias ORDER BY created_at DESC))[1] AS alias, count(*)::int AS calls,
        (count(*) FILTER (WHERE outcome = 'failed' AND coalesce(failure_kind, '') <> ALL (${requestsFault})))::int AS errors
      FROM model_usages WHERE created_at > ${since.toISOString()}::timestamptz AND created_at <= ${now.toISOString()}::timestamptz
      GROUP BY model_id`,
    readKnownCircuits(ctx),
  ])
  const called = new Map(rows.map((row) => [row.modelId, row]))
  const silent = [...(circuits ?? [])].filter((modelId) => !called.has(modelId))
  const named = await ctx.prisma.aiModel.findMany({ where: { id: { in: silent } }, select: { id: true, alias: true } })
  const failing = [...rows, ...named.map(({ id, alias }) => ({ modelId: id, alias, calls: 0, errors: 0 }))]
    .map((row) => ({ ...row, isOpen: circuits?.has(row.modelId) === true }))
    .filter(({ isOpen, calls, errors }) => isOpen || (calls >= leastCalls && errors / calls >= failingShare))
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.errors - a.errors)
  return {
    calls: rows.reduce((sum, { calls }) => sum + calls, 0),
    errors: rows.reduce((sum, { errors }) => sum + errors, 0),
    failing: failing.map(({ modelId, ...row }) => ({ ...row, modelId: formatId('model', modelId) })),
    areCircuitsKnown: circuits !== null,
  }
}
