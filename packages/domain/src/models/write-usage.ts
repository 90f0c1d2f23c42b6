import type { FailureKind } from '@mozhou/contracts/failures'
import type { AttemptOutcome, UsagePurpose } from '@mozhou/contracts/models/kinds'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'
import { costMicroYuan } from './cost-rules.ts'
import type { CallUsage } from './cost-rules.ts'
import type { AttemptFailure } from './attempt-failure.ts'
import { storableText } from '../storable-text.ts'
import type { Opened } from './open-target.ts'
import { redactVendorMessage } from './redact-vendor-message.ts'

/** How one call of a model ended, as far as it is known. */
export interface CallReport {
  outcome: Exclude<AttemptOutcome, 'running' | 'lost'>
  servedModel: string | null
  vendorRequestId: string | null
  usage: CallUsage
  firstTokenMs: number | null
  latencyMs: number
  failure: AttemptFailure | null
  /** What was sent and what came of it: no word of it may stand in what the vendor says of its failure. */
  texts: readonly string[]
}

/**
 * `INSERT …` of the usage row of a call that begins, to stand in a larger statement; `from` names a CTE with one row
 * (`id`, `creation_id`, `user_id`, `tool_key`) when the call may begin.
 */
export function usageInsert(
  ctx: Pick<TxContext, 'clock' | 'newId'>,
  { model }: Pick<Opened, 'model'>,
  call: { epoch: number; attempt: number },
  from: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO model_usages (id, generation_id, creation_id, user_id, tool_key, model_id, alias, vendor, upstream_model, is_sandbox, epoch, attempt,
      outcome, input_tokens, output_tokens, cached_input_tokens, reasoning_tokens, is_estimated, latency_ms, cost_micro_yuan, created_at)
    SELECT ${ctx.newId()}::uuid, begun.id, begun.creation_id, begun.user_id, begun.tool_key, ${model.id}::uuid, ${model.alias}, ${model.vendor},
      ${model.upstreamModel}, ${model.isSandbox}, ${call.epoch}, ${call.attempt}, 'running', 0, 0, 0, 0, true, 0, 0, ${ctx.clock.now()}
    FROM ${from} AS begun`
}

/** `UPDATE …` of calls that never reported, to stand in a CTE; `from` names one whose `id` is the generation. */
export function usagesLost(from: Prisma.Sql, vendorCode: 'worker_lost' | 'workflow_lost'): Prisma.Sql {
  const kind: FailureKind = 'unavailable'
  return Prisma.sql`
    UPDATE model_usages SET outcome = 'lost', failure_kind = ${kind}, vendor_code = ${vendorCode}
    FROM ${from} AS owner WHERE generation_id = owner.id AND outcome = 'running'`
}

/** `UPDATE …` that completes the row of a generation's call: tokens, times, cost to us, and what went wrong; where `condition` holds. */
export function usageReport(
  call: { generationId: string; epoch: number },
  opened: Opened,
  report: CallReport,
  condition: Prisma.Sql,
): Prisma.Sql {
  const row = reported(opened, report)
  return Prisma.sql`
    UPDATE model_usages SET outcome = ${row.outcome}, served_model = ${row.servedModel}, vendor_request_id = ${row.vendorRequestId},
      failure_kind = ${row.failureKind}, vendor_code = ${row.vendorCode},
      http_status = ${row.httpStatus}::int, vendor_message = ${row.vendorMessage}, input_tokens = ${row.inputTokens}, output_tokens = ${row.outputTokens},
      cached_input_tokens = ${row.cachedInputTokens}, reasoning_tokens = ${row.reasoningTokens}, pictures = ${row.pictures}, is_estimated = ${row.isEstimated},
      first_token_ms = ${row.firstTokenMs}::int, latency_ms = ${row.latencyMs}, cost_micro_yuan = ${row.costMicroYuan}
    WHERE generation_id = ${call.generationId}::uuid AND epoch = ${call.epoch} AND ${condition}`
}

/** The whole row of an operator's call: it belongs to no user and no generation. @returns its id */
export async function recordTrialUsage(
  ctx: DomainContext,
  opened: Opened,
  trial: { purpose: Exclude<UsagePurpose, 'generation'>; toolKey: string | null },
  report: CallReport,
): Promise<string> {
  const { model } = opened
  const { id } = await ctx.prisma.modelUsage.create({
    data: {
      ...reported(opened, report),
      id: ctx.newId(),
      modelId: model.id,
      alias: model.alias,
      vendor: model.vendor,
      upstreamModel: model.upstreamModel,
      isSandbox: model.isSandbox,
      purpose: trial.purpose,
      toolKey: trial.toolKey,
      epoch: 0,
      attempt: 1,
      createdAt: ctx.clock.now(),
    },
    select: { id: true },
  })
  return id
}

function messageOf({ target }: Opened, { failure, texts }: CallReport): string | null {
  const message = failure?.vendorMessage ?? null
  if (message === null) return null
  const { apiKey, secretKey } = target.credentials
  const secrets = secretKey === undefined ? [apiKey] : [apiKey, secretKey]
  return storableText(redactVendorMessage(message, { secrets, texts }))
}

function reported(opened: Opened, report: CallReport) {
  const { usage, failure } = report
  return {
    outcome: report.outcome,
    servedModel: report.servedModel,
    vendorRequestId: report.vendorRequestId ?? failure?.vendorRequestId ?? null,
    failureKind: failure?.kind ?? null,
    vendorCode: failure?.vendorCode ?? null,
    httpStatus: failure?.httpStatus ?? null,
    vendorMessage: messageOf(opened, report),
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cachedInputTokens: usage.cachedInputTokens,
    reasoningTokens: usage.reasoningTokens,
    pictures: usage.pictures ?? 0,
    isEstimated: usage.isEstimated,
    firstTokenMs: report.firstTokenMs,
    latencyMs: report.latencyMs,
    costMicroYuan: opened.price ? costMicroYuan(usage, opened.price) : 0n,
  }
}
