import { Prisma } from '@mozhou/db/client'
import type { TokenUsage } from '@mozhou/integrations/ai/port'
import type { DomainContext } from '../context.ts'
import type { OpenedTarget } from '../models/open-target.ts'
import { costMicroYuan } from '../models/cost-rules.ts'
import { storableJson } from '../storable-text.ts'
import type { AttemptFailure } from '../models/attempt-failure.ts'
import type { WorkPlan, WorkStep } from '../writing/work-plan.ts'

export interface AttemptInput {
  generationId: string
  modelId: string
  epoch: number
  /** Of this model, from 1. */
  attempt: number
  isFallback: boolean
  /** Of a long work; left out for one that is written in one go. */
  step?: WorkStep
}

/**
 * Makes this attempt the owner of the draft, with the prompt it was built from, and writes its usage row, `running`. An earlier attempt
 * that never reported is `lost`. False when a newer attempt owns the draft or the generation has ended.
 */
export async function claimAttempt(
  ctx: DomainContext,
  input: AttemptInput,
  opened: OpenedTarget,
  { baseText, promptVersion }: { baseText: string; promptVersion: string | null },
): Promise<boolean> {
  const now = ctx.clock.now()
  const { model } = opened
  const claimed = await ctx.prisma.$executeRaw`
    WITH claimed AS (
      UPDATE generations SET status = 'running', draft_epoch = ${input.epoch}, draft_text = ${baseText}, draft_model = ${model.alias},
        prompt_version = ${promptVersion}, started_at = coalesce(started_at, ${now})
      WHERE id = ${input.generationId}::uuid AND status IN ('accepted', 'running') AND draft_epoch < ${input.epoch}
      RETURNING id, creation_id, user_id
    ), lost AS (
      UPDATE model_usages SET outcome = 'lost', failure_kind = 'unavailable', vendor_code = 'worker_lost'
      FROM claimed WHERE generation_id = claimed.id AND outcome = 'running'
    ), begun AS (
      UPDATE creations SET status = 'running' FROM claimed WHERE creations.id = claimed.creation_id
    )
    INSERT INTO model_usages (id, generation_id, creation_id, user_id, tool_key, model_id, alias, vendor, upstream_model, is_sandbox, epoch, attempt,
      outcome, input_tokens, output_tokens, cached_input_tokens, reasoning_tokens, is_estimated, latency_ms, cost_micro_yuan, created_at)
    SELECT ${ctx.newId()}::uuid, claimed.id, claimed.creation_id, claimed.user_id,
      (SELECT tool_key FROM creations WHERE creations.id = claimed.creation_id), ${model.id}::uuid, ${model.alias}, ${model.vendor},
      ${model.upstreamModel}, ${model.isSandbox}, ${input.epoch}, ${input.attempt}, 'running', 0, 0, 0, 0, true, 0, 0, ${now}
    FROM claimed`
  return claimed === 1
}

export interface AttemptReport {
  outcome: 'succeeded' | 'failed' | 'stopped'
  servedModel: string | null
  vendorRequestId: string | null
  usage: TokenUsage
  firstTokenMs: number | null
  latencyMs: number
  failure: AttemptFailure | null
}

/** Completes the attempt's usage row: tokens, times, cost to us, and what went wrong. */
export async function reportAttempt(
  ctx: DomainContext,
  input: AttemptInput,
  opened: OpenedTarget,
  report: AttemptReport,
): Promise<void> {
  const { usage, failure } = report
  await ctx.prisma.modelUsage.updateMany({
    where: { generationId: input.generationId, epoch: input.epoch },
    data: {
      outcome: report.outcome,
      servedModel: report.servedModel,
      vendorRequestId: report.vendorRequestId ?? failure?.vendorRequestId ?? null,
      failureKind: failure?.kind ?? null,
      vendorCode: failure?.vendorCode ?? null,
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      cachedInputTokens: usage.cachedInputTokens,
      reasoningTokens: usage.reasoningTokens,
      isEstimated: usage.isEstimated,
      firstTokenMs: report.firstTokenMs,
      latencyMs: report.latencyMs,
      costMicroYuan: opened.price ? costMicroYuan(usage, opened.price) : 0n,
    },
  })
}

/** Stores the text with the end of the part that was just written. False when a newer attempt owns the draft. */
export async function savePart(
  ctx: DomainContext,
  input: AttemptInput,
  text: string,
  plan: WorkPlan,
): Promise<boolean> {
  const saved = await ctx.prisma.$executeRaw`
    UPDATE generations SET draft_text = ${text}, plan = ${storableJson(plan)}::jsonb
    WHERE id = ${input.generationId}::uuid AND draft_epoch = ${input.epoch} AND status = 'running'`
  return saved === 1
}

/** Stores the text so far, unless a newer attempt owns the draft. False then. */
export async function saveDraft(ctx: DomainContext, input: AttemptInput, text: string): Promise<boolean> {
  const saved = await ctx.prisma.$executeRaw(
    Prisma.sql`UPDATE generations SET draft_text = ${text}
      WHERE id = ${input.generationId}::uuid AND draft_epoch = ${input.epoch} AND status = 'running'`,
  )
  return saved === 1
}
