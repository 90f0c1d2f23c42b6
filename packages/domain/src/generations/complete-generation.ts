import type { GenerationsContext } from './fulfilment.ts'
import { keepRun } from './keep-run.ts'
import { loadRun } from './load-run.ts'

/** Ends a generation with the finished draft of `epoch`, as its version or on offer, then tells viewers. A repeat changes nothing. */
export async function completeGeneration(
  ctx: GenerationsContext,
  input: { generationId: string; epoch: number; finish: 'stop' | 'length' },
): Promise<void> {
  const run = await loadRun(ctx, input.generationId)
  await keepRun(ctx, run, { epoch: input.epoch, reason: input.finish === 'length' ? 'cut' : 'whole' })
}
