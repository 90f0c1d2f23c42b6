import { fulfilmentOf } from './fulfilment.ts'
import type { AttemptControl, AttemptEnd, AttemptInput, GenerationsContext } from './fulfilment.ts'

/**
 * One model makes a run or a stage of it, as its kind of creation does that. `creationKind` is looked up where the workflow does not know
 * it, as one that began before kinds had names.
 * @throws AttemptFailure when the model could not, AttemptSuperseded when a newer attempt took over.
 */
export async function attemptRun(
  ctx: GenerationsContext,
  { creationKind, ...input }: AttemptInput & { creationKind: string | undefined },
  control: AttemptControl,
): Promise<AttemptEnd> {
  const kind = creationKind ?? (await readKind(ctx, input.generationId))
  return fulfilmentOf(ctx, kind).attempt(ctx, input, control)
}

async function readKind(ctx: GenerationsContext, generationId: string): Promise<string> {
  const { creation } = await ctx.prisma.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: { creation: { select: { kind: true } } },
  })
  return creation.kind
}
