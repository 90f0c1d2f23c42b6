import { isRunning } from '@mozhou/contracts/generations/kinds'
import type { Coverage } from '@mozhou/contracts/generations/kinds'
import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import { withPostingErrors } from '../credits/post-entry.ts'
import { chooseCandidates, readOffer } from '../models/choose-candidates.ts'
import type { CatalogueModel } from '../models/catalogue.ts'
import { readRow } from '../read-row.ts'
import { chargeStatement } from './charge-statement.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext, PlannedRun, Stage } from './fulfilment.ts'
import { storedCoverage } from '../stored-columns.ts'

interface AcceptedCandidate {
  modelId: string
  alias: string
  contextTokens: number
}

export type Acceptance =
  | {
      kind: 'accepted'
      candidates: AcceptedCandidate[]
      /** Of a run in stages: those still to be made, with their own models where they need others. */
      stages?: readonly (Omit<Stage, 'capability'> & { candidates?: AcceptedCandidate[] })[]
      coveredBy: Coverage
      priceCredits: number
      creationKind: string
      attemptLabel: string
    }
  | { kind: 'refused'; code: ErrorCode; params: ErrorParams }

/**
 * Charges and accepts in one statement; a repeat finds it done and gives the same answer. A refusal is written down too, so that
 * it stays the answer when the balance changes a moment later.
 */
export async function acceptGeneration(
  ctx: GenerationsContext,
  input: { generationId: string; userId: string },
): Promise<Acceptance> {
  const [generation, offer] = await Promise.all([readAccepted(ctx, input), readOffer(ctx)])
  const { status, priceCredits } = generation
  const coveredBy = storedCoverage(generation.coveredBy)
  if (status === 'refused') {
    const code = isErrorCode(generation.failureCode) ? generation.failureCode : 'CREDITS_INSUFFICIENT'
    return { kind: 'refused', code, params: {} }
  }
  // Settled before this step, by the sweep: there is nothing left to accept.
  if (status !== 'requested' && !isRunning(status)) return { kind: 'refused', code: 'GENERATION_FAILED', params: {} }
  const creationKind = generation.creation.kind
  const fulfilment = fulfilmentOf(ctx, creationKind)
  const { attemptLabel } = fulfilment
  try {
    const candidates = chooseCandidates(ctx, offer, {
      requestedModelId: generation.requestedModelId,
      capability: fulfilment.capability,
      isMember: generation.membersModels,
      suits: await fulfilment.suits?.(ctx, generation),
    })
    const stages = (await fulfilment.plan(ctx, generation)).map(({ capability, ...stage }) => {
      if (capability === undefined) return stage
      const choice = { requestedModelId: null, capability, isMember: generation.membersModels }
      return { ...stage, candidates: chooseCandidates(ctx, offer, choice).map(toCandidate) }
    })
    const changed = await withPostingErrors(() => ctx.prisma.$executeRaw(chargeStatement(ctx, generation)))
    // Something else decided between the two statements: the step is repeated and sees what.
    if (changed === 0 && status === 'requested') throw new AppError('CREATION_BUSY')
    return {
      kind: 'accepted',
      candidates: candidates.map(toCandidate),
      coveredBy,
      priceCredits,
      creationKind,
      attemptLabel,
      ...(stages.length > 0 ? { stages } : {}),
    }
  } catch (error) {
    if (!(error instanceof AppError) || !settledRefusals.has(error.code)) throw error
    if (await refuse(ctx, input.generationId, error.code)) {
      return { kind: 'refused', code: error.code, params: error.params }
    }
    // An earlier run of this step has charged already, and no model is left since: accepted without one, it is refunded.
    return { kind: 'accepted', candidates: [], coveredBy, priceCredits, creationKind, attemptLabel }
  }
}

const toCandidate = ({ id, alias, limits }: CatalogueModel): AcceptedCandidate => ({
  modelId: id,
  alias,
  contextTokens: limits.contextTokens,
})

interface AcceptedRow extends PlannedRun {
  status: string
  requestedModelId: string | null
  coveredBy: string
  membersModels: boolean
  priceCredits: number
  failureCode: string | null
  creation: { kind: string; toolKey: string }
}

async function readAccepted(
  ctx: GenerationsContext,
  { generationId, userId }: { generationId: string; userId: string },
): Promise<AcceptedRow> {
  const row = await readRow<AcceptedRow>(
    ctx,
    Prisma.sql`
      SELECT g.id, g.status, g.requested_model_id AS "requestedModelId", g.covered_by AS "coveredBy", coalesce(g.members_models, g.tier = 'member') AS "membersModels", g.price_credits AS "priceCredits",
        g.failure_code AS "failureCode", g.kind, g.input, g.plan, g.base_version_id AS "baseVersionId",
        json_build_object('kind', c.kind, 'toolKey', c.tool_key) AS creation
      FROM generations g JOIN creations c ON c.id = g.creation_id
      WHERE g.id = ${generationId}::uuid AND g.user_id = ${userId}::uuid`,
  )
  if (!row) throw new Error(`no generation ${generationId} of this user`)
  return row
}

export const settledRefusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'CREDITS_INSUFFICIENT',
  'MODEL_NOT_AVAILABLE',
])

/** False when the generation was accepted before; once refused it stays so. */
async function refuse(ctx: GenerationsContext, generationId: string, code: ErrorCode): Promise<boolean> {
  const { count } = await ctx.prisma.generation.updateMany({
    where: { id: generationId, status: { in: ['requested', 'refused'] } },
    data: { status: 'refused', failureCode: code, finishedAt: ctx.clock.now() },
  })
  return count === 1
}
