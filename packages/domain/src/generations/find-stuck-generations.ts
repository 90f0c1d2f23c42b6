import type { Coverage, GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import type { RequestedGeneration } from './request-generation.ts'

/** Generations that are neither done nor young: their workflow may be missing. At most 500, oldest first. */
export async function findStuckGenerations(
  ctx: DomainContext,
  input: { olderThanMs: number },
): Promise<RequestedGeneration[]> {
  const rows = await ctx.prisma.generation.findMany({
    where: {
      status: { in: ['requested', 'accepted', 'running'] },
      createdAt: { lt: new Date(ctx.clock.now().getTime() - input.olderThanMs) },
    },
    orderBy: { createdAt: 'asc' },
    take: 500,
    select: {
      id: true,
      creationId: true,
      ordinal: true,
      userId: true,
      kind: true,
      coveredBy: true,
      priceCredits: true,
      creation: { select: { toolKey: true } },
    },
  })
  return rows.map((row) => ({
    generationId: row.id,
    creationId: row.creationId,
    ordinal: row.ordinal,
    userId: row.userId,
    kind: row.kind as GenerationKind,
    tool: row.creation.toolKey as ToolKey,
    tier: row.coveredBy === 'membership' ? 'member' : 'free',
    coveredBy: row.coveredBy as Coverage,
    priceCredits: row.priceCredits,
  }))
}
