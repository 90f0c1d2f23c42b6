import { AppError } from '@mozhou/contracts/errors'
import { isAbove } from '@mozhou/contracts/roles'
import type { Actor } from '../audit/actor.ts'
import type { TxContext } from '../context.ts'
import { storedRole } from '../stored-columns.ts'

/** @throws AppError USER_IS_ONESELF */
export function refuseOneself(actor: Actor, userId: string): void {
  if (userId === actor.userId) throw new AppError('USER_IS_ONESELF')
}

/**
 * For what an operator does to an account. Holds the roles of both until the transaction ends, so that none is raised in between.
 * @throws AppError USER_IS_ONESELF, USER_ABOVE, USER_NOT_FOUND
 */
export async function refuseReachingUp(
  tx: Pick<TxContext, 'prisma'>,
  { actor, userId }: { actor: Actor; userId: string },
): Promise<void> {
  refuseOneself(actor, userId)
  const rows = await tx.prisma.$queryRaw<{ id: string; role: string }[]>`
    SELECT id, role FROM users WHERE id = ANY (${[actor.userId, userId]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const roleOf = new Map(rows.map(({ id, role }) => [id, storedRole(role)]))
  const theirs = roleOf.get(userId)
  if (theirs === undefined) throw new AppError('USER_NOT_FOUND')
  if (isAbove(theirs, roleOf.get(actor.userId) ?? 'creator')) throw new AppError('USER_ABOVE')
}
