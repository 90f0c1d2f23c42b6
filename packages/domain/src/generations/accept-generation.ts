import type { Coverage } from '@mozhou/contracts/generations/kinds'
import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { withPostingErrors } from '../credits/post-entry.ts'
import { chooseCandidates, readOffer } from '../models/choose-candidates.ts'
import { chargeStatement } from './charge-statement.ts'
import { planWork } from '../writing/plan-work.ts'
import type { WorkStep } from '../writing/work-plan.ts'

export type Acceptance =
  | {
      kind: 'accepted'
      candidates: { modelId: string; alias: string; contextTokens: number }[]
      /** Of a long work: where to begin, and how many parts there are. */
      work?: { next: WorkStep; total: number | null }
      coveredBy: Coverage
      priceCredits: number
    }
  | { kind: 'refused'; code: ErrorCode; params: ErrorParams }

/**
 * Charges and accepts in one statement; a repeat finds it done and gives the same answer. A refusal is written down too, so that
 * it stays the answer when the balance changes a moment later.
 */
export async function acceptGeneration(
  ctx: DomainContext,
  input: { generationId: string; userId: string },
): Promise<Acceptance> {
  const [generation, offer] = await Promise.all([
    ctx.prisma.generation.findUniqueOrThrow({
      where: { id: input.generationId, userId: input.userId },
      select: {
        id: true,
        status: true,
        requestedModelId: true,
        coveredBy: true,
        priceCredits: true,
        failureCode: true,
        kind: true,
        input: true,
        plan: true,
        baseVersionId: true,
        creation: { select: { toolKey: true } },
      },
    }),
    readOffer(ctx, input.userId),
  ])
  if (generation.status === 'refused') {
    const code = isErrorCode(generation.failureCode) ? generation.failureCode : 'CREDITS_INSUFFICIENT'
    return { kind: 'refused', code, params: {} }
  }
  if (ended.has(generation.status)) return { kind: 'refused', code: 'GENERATION_FAILED', params: {} }
  try {
    const candidates = chooseCandidates(ctx, offer, generation.requestedModelId)
    const work = await planWork(ctx, generation)
    const changed = await withPostingErrors(() => ctx.prisma.$executeRaw(chargeStatement(ctx, generation)))
    // Something else decided between the two statements: the step is repeated and sees what.
    if (changed === 0 && generation.status === 'requested') throw new AppError('CREATION_BUSY')
    return {
      kind: 'accepted',
      candidates: candidates.map((model) => ({
        modelId: model.id,
        alias: model.alias,
        contextTokens: model.limits.contextTokens,
      })),
      coveredBy: generation.coveredBy as Coverage,
      priceCredits: generation.priceCredits,
      ...(work ? { work } : {}),
    }
  } catch (error) {
    if (!(error instanceof AppError) || !refusals.has(error.code)) throw error
    if (await refuse(ctx, input.generationId, error.code)) {
      return { kind: 'refused', code: error.code, params: error.params }
    }
    // An earlier run of this step has charged already, and no model is left since: accepted without one, it is refunded.
    return {
      kind: 'accepted',
      candidates: [],
      coveredBy: generation.coveredBy as Coverage,
      priceCredits: generation.priceCredits,
    }
  }
}

/** Settled before this step, by the sweep: there is nothing left to accept. */
const ended: ReadonlySet<string> = new Set(['succeeded', 'failed', 'cancelled'])

const refusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CREDITS_INSUFFICIENT', 'MODEL_NOT_AVAILABLE'])

/** False when the generation was accepted before; once refused it stays so. */
async function refuse(ctx: DomainContext, generationId: string, code: ErrorCode): Promise<boolean> {
  const { count } = await ctx.prisma.generation.updateMany({
    where: { id: generationId, status: { in: ['requested', 'refused'] } },
    data: { status: 'refused', failureCode: code, finishedAt: ctx.clock.now() },
  })
  return count === 1
}
