import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { maxUsageDays } from '@mozhou/contracts/models/usage-inputs'
import type { ModelStatsDto } from '@mozhou/contracts/models/usage-answers'
import type { ModelStatsInput } from '@mozhou/contracts/models/usage-inputs'
import type { DomainContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { reportUsage } from './report-usage.ts'

/** One model's figures; the last 30 days when no range is given. @throws AppError MODEL_NOT_FOUND, VALIDATION_FAILED for the range. */
export async function getModelStats(ctx: DomainContext, input: ModelStatsInput): Promise<ModelStatsDto> {
  const { modelId } = input
  const to = input.to ?? dayOf(ctx.clock.now())
  const from = input.from ?? dayOf(dayStart(to, -29))
  if (from > to || dayStart(from, maxUsageDays) <= dayStart(to))
    throw new AppError('VALIDATION_FAILED', { field: 'to', rule: 'day_range' })
  // A deleted model still has its past.
  const model = await ctx.prisma.aiModel.findUnique({ where: { id: modelId }, select: { id: true } })
  if (!model) throw new AppError('MODEL_NOT_FOUND')
  const report = await reportUsage(ctx, { from, to, modelId, by: 'day' })
  return { asOf: report.asOf, from, to, modelId: formatId('model', modelId), total: report.total, byDay: report.groups }
}
