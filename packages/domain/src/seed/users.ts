import { acceptTerms } from '../consents/accept-terms.ts'
import { createUser, creatingUser } from '../accounts/create-user.ts'
import { hashPassword } from '../accounts/password-hash.ts'
import { postEntry } from '../credits/post-entry.ts'
import type { DomainContext } from '../context.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { membershipAt } from '../memberships/membership-rules.ts'
import { readPeriods } from '../memberships/read-periods.ts'
import { inTransaction } from '../transaction.ts'
import { demoAccounts } from './demo-accounts.ts'
import type { DemoAccount } from './demo-accounts.ts'

const creatorCredits = 1280
const yearMs = 365 * 86_400_000

/** Demo accounts with credits and a membership. Running it again adds only what is missing. */
export async function seedUsers(ctx: DomainContext): Promise<void> {
  const userIds = new Map<DemoAccount['account'], string>()
  for (const account of demoAccounts) userIds.set(account.account, await ensureUser(ctx, account))
  const creatorId = userIds.get('creator')
  const memberId = userIds.get('member')
  if (creatorId !== undefined) await giveCredits(ctx, creatorId)
  if (memberId !== undefined) await makeMember(ctx, memberId)
}

async function ensureUser(ctx: DomainContext, account: DemoAccount): Promise<string> {
  const { username, email, displayName, role } = account
  const existing = await ctx.prisma.user.findUnique({ where: { usernameKey: username }, select: { id: true } })
  if (existing) return existing.id
  const passwordHash = await hashPassword(account.password)
  return creatingUser(() =>
    inTransaction(ctx, async (tx) => {
      const userId = await createUser(tx, { username, email, displayName, passwordHash, role })
      await acceptTerms(tx, { userId, way: 'registration' })
      return userId
    }),
  )
}

function giveCredits(ctx: DomainContext, userId: string) {
  return inTransaction(ctx, (tx) =>
    postEntry(tx, {
      key: `seed:credits:${userId}`,
      kind: 'gift_campaign',
      userId,
      unit: 'credits',
      amount: creatorCredits,
      reference: { type: 'seed', id: userId },
    }),
  )
}

/** A year from now, again when the last year is over. */
async function makeMember(ctx: DomainContext, userId: string): Promise<void> {
  const now = ctx.clock.now()
  if (membershipAt(await readPeriods(ctx, userId), now).isMember) return
  await ctx.prisma.membershipPeriod.create({
    data: {
      id: ctx.newId(),
      userId,
      startsAt: now,
      endsAt: new Date(now.getTime() + yearMs),
      source: 'seed',
      sourceId: `seed:${now.toISOString()}`,
      createdAt: now,
    },
    select: { id: true },
  })
  await invalidateMembership(ctx, userId)
}
