import type { DomainContext } from '../context.ts'

/** Runs that begin from a form of their own; the others go on from a text. */
export const kindsWithForm = ['generate', 'regenerate']

/** The form that a work was last written from, or asked for with `refused`; null for a copy, which holds its own. One row, whatever the work's age. */
export async function loadForm(
  ctx: Pick<DomainContext, 'prisma'>,
  input: { creationId: string; userId: string },
  refused: 'refused' | 'accepted only',
): Promise<unknown> {
  const generation = await ctx.prisma.generation.findFirst({
    where: {
      creationId: input.creationId,
      userId: input.userId,
      kind: { in: kindsWithForm },
      ...(refused === 'refused' ? {} : { status: { not: 'refused' } }),
    },
    orderBy: { ordinal: 'desc' },
    select: { input: true },
  })
  return generation?.input ?? null
}
