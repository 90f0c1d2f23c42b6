import { parseId } from '@mozhou/contracts/ids'
import { accountKey } from './accounts/account-key.ts'
import type { DomainContext } from './context.ts'
import { escapeLike } from './escape-like.ts'

/** People whose rows a search shows; who finds more has to type more. */
const mostPeople = 100

/** Ids of the people that a search means: an id, or part of usernames and addresses, the newest first. */
export async function findPeople(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<string[]> {
  const userId = parseId('user', search.trim())
  if (userId !== null) return [userId]
  const key = escapeLike(accountKey(search))
  const people = await ctx.prisma.user.findMany({
    where: { OR: [{ usernameKey: { contains: key } }, { emailKey: { contains: key } }] },
    orderBy: { createdAt: 'desc' },
    take: mostPeople,
    select: { id: true },
  })
  return people.map(({ id }) => id)
}

/** The one person of this username; null when there is none. */
export async function findByUsername(ctx: Pick<DomainContext, 'prisma'>, username: string): Promise<string | null> {
  const where = { usernameKey: accountKey(username) }
  return (await ctx.prisma.user.findUnique({ where, select: { id: true } }))?.id ?? null
}
