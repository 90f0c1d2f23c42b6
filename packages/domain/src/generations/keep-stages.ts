import type { GenerationsContext } from './fulfilment.ts'
import { keepRun } from './keep-run.ts'
import { loadRun } from './load-run.ts'

/** Ends a run whose next stage no model could make: the finished ones are kept, incomplete, on the one charge. A repeat changes nothing. */
export async function keepStages(ctx: GenerationsContext, input: { generationId: string }): Promise<void> {
  const run = await loadRun(ctx, input.generationId)
  await keepRun(ctx, run, { epoch: run.draftEpoch, reason: 'failed' })
}
