import type { DomainContext } from '../context.ts'
import { nameShape } from './name-shape.ts'
import { violatedUnique } from './violated-unique.ts'

const atOnce = 1_000

/** Gives accounts from before there were shapes theirs. Of two that look alike the older one has it: the other keeps its name, and holds nothing. */
export async function fillNameShapes(ctx: Pick<DomainContext, 'prisma'>): Promise<number> {
  const users = await ctx.prisma.user.findMany({
    // A deleted account has no name to look like.
    where: { usernameShape: null, status: { not: 'deleted' } },
    orderBy: { createdAt: 'asc' },
    take: atOnce,
    select: { id: true, username: true },
  })
  for (const { id, username } of users) {
    try {
      await ctx.prisma.user.update({
        where: { id },
        data: { usernameShape: nameShape(username) },
        select: { id: true },
      })
    } catch (cause) {
      if (violatedUnique(cause) === null) throw cause
      // No name holds an equals sign, so that nobody else can want this one, and the row is not looked at again.
      await ctx.prisma.user.update({ where: { id }, data: { usernameShape: `=${id}` }, select: { id: true } })
    }
  }
  return users.length
}
