import type { IssuedDto } from '@mozhou/contracts/coupons/admin-answers'
import type { IssueCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import { accountKey } from '../accounts/account-key.ts'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { readCouponRow } from './coupon-row.ts'
import { giveToMany } from './give-to-many.ts'
import { tellReceived } from './tell-received.ts'

type Outcome = IssuedDto['people'][number]['outcome']

interface Became {
  given: ReadonlySet<string>
  /** Why each of the others got none. */
  reasonOf: ReadonlyMap<string, string>
}

/**
 * Gives a coupon to people by name, one each, and says what became of each of them. The same press again answers as it did.
 * @throws AppError COUPON_NOT_FOUND, COUPON_NOT_ACTIVE, COUPON_EXPIRED
 */
export async function issueCoupon(ctx: DomainContext, input: IssueCouponInput & { actor: Actor }): Promise<IssuedDto> {
  const named = await findNamed(ctx, input.people)
  const userIds = [...new Set(named.flatMap(({ userId }) => userId ?? []))]
  const { given, reasonOf } = await inTransaction(ctx, (tx) => give(tx, input, userIds))
  for (const userId of given) await wakeReaders(ctx, userId)
  const seen = new Set<string>()
  const outcomeOf = (userId: string | null): Outcome => {
    if (userId === null) return 'unknown'
    if (seen.has(userId)) return 'twice'
    seen.add(userId)
    if (given.has(userId)) return 'issued'
    return reasonOf.get(userId) === 'sold_out' ? 'sold_out' : 'limit'
  }
  return { issued: given.size, people: named.map(({ person, userId }) => ({ person, outcome: outcomeOf(userId) })) }
}

/** By username, address or id, in the order in which they were named. */
async function findNamed(ctx: DomainContext, people: readonly string[]) {
  const keys = people.map(accountKey)
  const ids = people.flatMap((person) => parseId('user', person.trim()) ?? [])
  const users = await ctx.prisma.user.findMany({
    where: { status: 'active', OR: [{ usernameKey: { in: keys } }, { emailKey: { in: keys } }, { id: { in: ids } }] },
    select: { id: true, usernameKey: true, emailKey: true },
  })
  const idOf = new Map(
    users.flatMap(({ id, usernameKey, emailKey }) => [usernameKey, emailKey, id].map((key) => [key, id])),
  )
  return people.map((person) => ({
    person,
    userId: idOf.get(parseId('user', person.trim()) ?? accountKey(person)) ?? null,
  }))
}

async function give(
  tx: TxContext,
  { couponId, note, requestKey, actor }: IssueCouponInput & { actor: Actor },
  userIds: readonly string[],
): Promise<Became> {
  const repeated = await tx.prisma.couponIssue.findUnique({
    where: { actorId_requestKey: { actorId: actor.userId, requestKey } },
    select: { userCoupons: { select: { userId: true } }, skips: { select: { userId: true, reason: true } } },
  })
  if (repeated)
    return became(
      repeated.userCoupons.map(({ userId }) => userId),
      repeated.skips,
    )
  const coupon = await readCouponRow(tx, couponId)
  if (coupon.status !== 'active') throw new AppError('COUPON_NOT_ACTIVE')
  const now = tx.clock.now()
  if (coupon.validity.kind === 'dates' && new Date(coupon.validity.until) <= now) throw new AppError('COUPON_EXPIRED')
  const issueId = tx.newId()
  const issue = { id: issueId, couponId, requestKey, note, actorId: actor.userId, total: userIds.length }
  await tx.prisma.couponIssue.create({
    data: { ...issue, status: 'done', createdAt: now, endedAt: now },
    select: { id: true },
  })
  await writeAuditRow(tx, {
    actorId: actor.userId,
    permission: 'coupon:issue',
    action: 'coupon.issue',
    target: coupon.id,
    after: { people: userIds.length, note },
    requestId: actor.requestId,
  })
  const people = Prisma.sql`SELECT unnest(${userIds}::uuid[]) AS id, true AS is_open`
  const { given, skipped, validUntil } = await giveToMany(tx, { couponId, issueId, source: 'hand', people })
  await tx.prisma.couponIssue.update({
    where: { id: issueId },
    data: { issued: given.length, skipped: skipped.length },
    select: { id: true },
  })
  await tellReceived(tx, { issueId, name: coupon.name, given, validUntil })
  return became(given, skipped)
}

function became(given: readonly string[], skipped: readonly { userId: string; reason: string }[]): Became {
  return { given: new Set(given), reasonOf: new Map(skipped.map(({ userId, reason }) => [userId, reason])) }
}
