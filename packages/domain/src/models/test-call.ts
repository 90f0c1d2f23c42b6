import type { FailureKind } from '@mozhou/contracts/failures'
import { toAttemptFailure } from '../creations/attempt-failure.ts'
import type { DomainContext } from '../context.ts'
import { resetCircuit } from './circuit.ts'
import { openTarget } from './open-target.ts'

export interface TestCallDto {
  isOk: boolean
  text: string
  latencyMs: number
  failureKind: FailureKind | null
  vendorCode: string | null
}

/** Asks a model for one short answer, past its circuit; a good answer closes the circuit. @throws AppError MODEL_NOT_FOUND. */
export async function testCall(ctx: DomainContext, input: { modelId: string }): Promise<TestCallDto> {
  const opened = await openTarget(ctx, input.modelId)
  const startedAt = performance.now()
  const elapsed = () => Math.round(performance.now() - startedAt)
  const request = {
    messages: [{ role: 'user', content: '用一句话介绍你自己。' } as const],
    maxOutputTokens: 200,
    endUserKey: 'operator',
  }
  try {
    let text = ''
    for await (const event of ctx.createTextModel(opened.target).stream(request, AbortSignal.timeout(60_000))) {
      if (event.type === 'delta') text += event.text
    }
    await resetCircuit(ctx, opened.circuit)
    return { isOk: true, text, latencyMs: elapsed(), failureKind: null, vendorCode: null }
  } catch (error) {
    const failure = toAttemptFailure(error)
    if (!failure) throw error
    return { isOk: false, text: '', latencyMs: elapsed(), failureKind: failure.kind, vendorCode: failure.vendorCode }
  }
}
