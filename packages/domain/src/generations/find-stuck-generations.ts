import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import type { Prisma } from '@mozhou/db/client'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext } from './fulfilment.ts'
import type { RequestedGeneration } from './request-generation.ts'
import { storedTier } from './stored-tier.ts'
import { storedCoverage, storedGenerationKind } from '../stored-columns.ts'

export const requestedSelect = {
  id: true,
  creationId: true,
  ordinal: true,
  userId: true,
  kind: true,
  tier: true,
  coveredBy: true,
  priceCredits: true,
  stopRequestedAt: true,
  creation: { select: { kind: true, toolKey: true } },
} as const satisfies Prisma.GenerationSelect

type RequestedRow = Prisma.GenerationGetPayload<{ select: typeof requestedSelect }>

export interface StuckGeneration extends RequestedGeneration {
  /** The person pressed stop; its workflow may not have heard of it. */
  isStopRequested: boolean
}

/** Generations that are neither done nor young: their workflow may be missing. At most 500, oldest first. */
export async function findStuckGenerations(
  ctx: GenerationsContext,
  input: { olderThanMs: number },
): Promise<StuckGeneration[]> {
  const rows = await ctx.prisma.generation.findMany({
    where: {
      status: { in: [...activeStatuses] },
      createdAt: { lt: new Date(ctx.clock.now().getTime() - input.olderThanMs) },
    },
    orderBy: { createdAt: 'asc' },
    take: 500,
    select: requestedSelect,
  })
  return rows.map((row) => ({ ...toRequested(ctx, row), isStopRequested: row.stopRequestedAt !== null }))
}

/** A stored generation as its workflow is started. */
export function toRequested(ctx: GenerationsContext, row: RequestedRow): RequestedGeneration {
  const kind = storedGenerationKind(row.kind)
  const { bizType, label } = fulfilmentOf(ctx, row.creation.kind)
  return {
    generationId: row.id,
    creationId: row.creationId,
    ordinal: row.ordinal,
    userId: row.userId,
    bizType,
    label: label({ tool: row.creation.toolKey, kind }),
    tier: storedTier(row.tier),
    coveredBy: storedCoverage(row.coveredBy),
    priceCredits: row.priceCredits,
  }
}
