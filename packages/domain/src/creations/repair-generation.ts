import type { DomainContext } from '../context.ts'
import { failGeneration } from './fail-generation.ts'
import { refundGeneration } from './refund-generation.ts'

/** Settles a generation whose workflow was ended from outside: refund first, then failed. Every step may be repeated. */
export async function repairGeneration(ctx: DomainContext, input: { generationId: string }): Promise<void> {
  await refundGeneration(ctx, input)
  await failGeneration(ctx, { generationId: input.generationId, code: 'GENERATION_FAILED' })
}
