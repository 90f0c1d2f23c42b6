import { AttemptSuperseded } from '../models/attempt-failure.ts'
import { completeGeneration } from './complete-generation.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { AttemptControl, AttemptEnd, AttemptInput, GenerationsContext, RunAttemptEnd } from './fulfilment.ts'

/**
 * One model makes a run or a stage of it, as its kind of creation does that. What is made in one go is stored at once where the database
 * lets it; the workflow stores what this could not. `creationKind` is looked up where the workflow does not know it, as one that began before
 * kinds had names.
 * @throws AttemptFailure when the model could not, AttemptSuperseded when a newer attempt took over.
 */
export async function attemptRun(
  ctx: GenerationsContext,
  { creationKind, ...input }: AttemptInput & { creationKind: string | undefined },
  control: AttemptControl,
): Promise<RunAttemptEnd> {
  const kind = creationKind ?? (await readKind(ctx, input.generationId))
  const { attempt } = fulfilmentOf(ctx, kind)
  if (input.step !== undefined) return attempt(ctx, input, control)
  try {
    return await storeAtOnce(ctx, input, await attempt(ctx, input, control))
  } catch (error) {
    const before = error instanceof AttemptSuperseded ? await storedBefore(ctx, input) : null
    if (!before) throw error
    return before
  }
}

async function storeAtOnce(ctx: GenerationsContext, input: AttemptInput, end: AttemptEnd): Promise<RunAttemptEnd> {
  const { finish, epoch } = end
  if (finish === 'stopped') return end
  const { generationId } = input
  try {
    await completeGeneration(ctx, { generationId, epoch, finish })
    return { ...end, isStored: true }
  } catch (err) {
    ctx.log.warn({ err, generationId }, 'what was made is not stored yet; the workflow sees to it')
    return end
  }
}

/** The worker died between storing what it had made and saying so. */
async function storedBefore(ctx: GenerationsContext, { generationId }: AttemptInput): Promise<RunAttemptEnd | null> {
  const { status, draftEpoch, version } = await ctx.prisma.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: { status: true, draftEpoch: true, version: { select: { isIncomplete: true } } },
  })
  if (status !== 'succeeded') return null
  return { finish: version?.isIncomplete === true ? 'length' : 'stop', epoch: draftEpoch, isStored: true }
}

async function readKind(ctx: GenerationsContext, generationId: string): Promise<string> {
  const { creation } = await ctx.prisma.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: { creation: { select: { kind: true } } },
  })
  return creation.kind
}
