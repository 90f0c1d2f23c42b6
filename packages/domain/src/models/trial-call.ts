import type { TrialDto } from '@mozhou/contracts/models/answers'
import type { TextRequest, TokenUsage } from '@mozhou/integrations/ai/port'
import { AttemptFailure, toAttemptFailure } from './attempt-failure.ts'
import type { DomainContext } from '../context.ts'
import { resetCircuit } from './circuit.ts'
import { costMicroYuan } from './cost-rules.ts'
import type { OpenedTarget } from './open-target.ts'
import { recordTrialUsage } from './write-usage.ts'

export interface Trial {
  purpose: 'model_test' | 'prompt_test'
  toolKey: string | null
  messages: TextRequest['messages']
  maxOutputTokens: number
  timeoutMs: number
}

/**
 * An operator's call of a model, past its circuit; a good answer closes the circuit. It leaves a usage row that belongs to no user
 * and no generation, whatever became of it.
 */
export async function trialCall(ctx: DomainContext, opened: OpenedTarget, trial: Trial): Promise<TrialDto> {
  const answer = await listen(ctx, opened, trial)
  const cost = opened.price ? Number(costMicroYuan(answer.usage, opened.price)) : 0
  await recordTrialUsage(ctx, opened, trial, {
    ...answer,
    outcome: answer.failure ? 'failed' : 'succeeded',
    texts: [...trial.messages.map(({ content }) => content), answer.text],
  })
  if (!answer.failure) await resetCircuit(ctx, opened.circuit)
  return {
    isOk: answer.failure === null,
    text: answer.text,
    isCut: answer.isCut,
    latencyMs: answer.latencyMs,
    firstTokenMs: answer.firstTokenMs,
    inputTokens: answer.usage.inputTokens,
    outputTokens: answer.usage.outputTokens,
    isEstimated: answer.usage.isEstimated,
    costMicroYuan: cost,
    picture: null,
    failureKind: answer.failure?.kind ?? null,
    vendorCode: answer.failure?.vendorCode ?? null,
  }
}

interface Answer {
  text: string
  /** The answer ended at the limit of tokens. */
  isCut: boolean
  usage: TokenUsage
  servedModel: string | null
  vendorRequestId: string | null
  firstTokenMs: number | null
  latencyMs: number
  failure: AttemptFailure | null
}

async function listen(ctx: DomainContext, opened: OpenedTarget, trial: Trial): Promise<Answer> {
  const startedAt = performance.now()
  const elapsed = () => Math.round(performance.now() - startedAt)
  const usage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, reasoningTokens: 0, isEstimated: true }
  const answer: Answer = {
    text: '',
    isCut: false,
    usage,
    servedModel: null,
    vendorRequestId: null,
    firstTokenMs: null,
    latencyMs: 0,
    failure: null,
  }
  try {
    const stream = ctx.models.text(opened.target).stream(requestOf(opened, trial), AbortSignal.timeout(trial.timeoutMs))
    for await (const event of stream) {
      if (event.type === 'start')
        Object.assign(answer, { servedModel: event.servedModel, vendorRequestId: event.vendorRequestId })
      if (event.type === 'delta') {
        answer.firstTokenMs ??= elapsed()
        answer.text += event.text
      }
      if (event.type === 'retract') answer.text = ''
      if (event.type === 'usage') answer.usage = event.usage
      if (event.type === 'finish') answer.isCut = event.reason === 'length'
    }
  } catch (error) {
    answer.failure = failureOf(error)
  }
  return { ...answer, latencyMs: elapsed() }
}

function requestOf({ model }: OpenedTarget, trial: Trial): TextRequest {
  const { temperature, maxOutputTokens } = model.parameters
  return {
    messages: trial.messages,
    maxOutputTokens: Math.min(trial.maxOutputTokens, maxOutputTokens),
    ...(typeof temperature === 'number' ? { temperature } : {}),
    endUserKey: 'operator',
  }
}

/** @throws what is no fault of the model or of its vendor. */
export function failureOf(error: unknown): AttemptFailure {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new AttemptFailure('unavailable', { vendorCode: 'trial_timeout', cause: error })
  }
  const failure = toAttemptFailure(error)
  if (!failure) throw error
  return failure
}
