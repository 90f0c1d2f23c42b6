import type { TrialDto } from '@mozhou/contracts/models/answers'
import type { DomainContext } from '../context.ts'
import { openTarget } from './open-target.ts'
import { trialCall } from './trial-call.ts'

/** Asks a model for one short answer. @throws AppError MODEL_NOT_FOUND. */
export async function testCall(ctx: DomainContext, input: { modelId: string }): Promise<TrialDto> {
  const opened = await openTarget(ctx, input.modelId)
  return trialCall(ctx, opened, {
    purpose: 'model_test',
    toolKey: null,
    messages: [{ role: 'user', content: '用一句话介绍你自己。' }],
    maxOutputTokens: 200,
    timeoutMs: 60_000,
  })
}
