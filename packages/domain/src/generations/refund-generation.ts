import type { DomainContext } from '../context.ts'
import { reverseEntry } from '../credits/reverse-entry.ts'
import type { ReverseEntry } from '../credits/reverse-entry.ts'

export const chargeKey = (generationId: string) => `charge:${generationId}`
export const refundKey = (generationId: string) => `refund:${generationId}`

/** The entry that gives a generation's charge back. */
export function refundOf(generationId: string): ReverseEntry {
  return { key: refundKey(generationId), originalKey: chargeKey(generationId), kind: 'refund' }
}

/** Gives back exactly what the generation was charged, once; nothing when nothing was. */
export async function refundGeneration(
  ctx: DomainContext,
  input: { generationId: string },
): Promise<{ refundedCredits: number }> {
  const refund = await reverseEntry(ctx, refundOf(input.generationId))
  return { refundedCredits: refund?.amount ?? 0 }
}

/** Credits refunded for one generation, from the ledger itself. */
export async function readRefundedCredits(ctx: DomainContext, generationId: string): Promise<number> {
  const entry = await ctx.prisma.creditEntry.findUnique({
    where: { idempotencyKey: refundKey(generationId) },
    select: { amount: true },
  })
  return entry?.amount ?? 0
}
