import type { DomainContext, TxContext } from '../context.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { Prisma } from '@mozhou/db/client'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'

/** An end that is longer past than this, after an outage, is news to nobody. */
const tellEndWithinDays = 3
const pageSize = 200
const dayMs = 86_400_000

interface DueReminder {
  periodId: string
  userId: string
  endsAt: Date
  /** 7, 3 or 1; 0 once it has ended. */
  days: number
}

/**
 * Tells members that their membership ends: within 7, 3 and 1 days, and when it has ended, each once an end. Whoever is reached late, after
 * an outage, is told the nearest alone. Runs by the hour; what it does twice has one effect.
 */
export async function remindMembers(ctx: DomainContext): Promise<{ told: number }> {
  let told = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const due = await ctx.prisma.$queryRaw<DueReminder[]>(dueReminders(ctx.clock.now(), after))
    for (const reminder of due) {
      if (!(await inTransaction(ctx, (tx) => remind(tx, reminder)))) continue
      told += 1
      await wakeReaders(ctx, reminder.userId)
    }
    const last = due.at(-1)
    if (!last || due.length < pageSize) return { told }
    after = last.periodId
  }
}

/** A renewal may have come since it was read: it holds the same lock. */
async function remind(tx: TxContext, { periodId, userId, endsAt, days }: DueReminder): Promise<boolean> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const rows = await tx.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM membership_periods p WHERE p.id = ${periodId}::uuid AND p.ends_at = ${endsAt} AND ${isLast(tx.clock.now())}`
  if (rows.length === 0) return false
  const until = { endsAt: endsAt.toISOString() }
  await notify(tx, {
    userId,
    event:
      days === 0
        ? { kind: 'membership_ended', params: until }
        : { kind: 'membership_ending', params: { ...until, days } },
    key: `membership_end:${userId}:${endsAt.getTime()}:${days}`,
  })
  return true
}

/** No later period goes on where this one ends, nor has one begun since. */
const isLast = (now: Date) => Prisma.sql`NOT EXISTS (SELECT 1 FROM membership_periods q
  WHERE q.user_id = p.user_id AND q.ends_at > p.ends_at AND q.starts_at <= greatest(p.ends_at, ${now}))`

/** Who renews by agreement is told of the charge instead, and of its end when it ends. */
const renewsNot = Prisma.sql`NOT EXISTS (SELECT 1 FROM renewals r WHERE r.user_id = p.user_id AND r.status = 'active')`

function dueReminders(now: Date, after: string): Prisma.Sql {
  const inDays = (days: number) => new Date(now.getTime() + days * dayMs)
  return Prisma.sql`
    SELECT due.id AS "periodId", due.user_id AS "userId", due.ends_at AS "endsAt", due.days FROM (
      SELECT p.id, p.user_id, p.ends_at,
        CASE WHEN p.ends_at <= ${now} THEN 0 WHEN p.ends_at <= ${inDays(1)} THEN 1 WHEN p.ends_at <= ${inDays(3)} THEN 3 ELSE 7 END AS days
      FROM membership_periods p JOIN users u ON u.id = p.user_id AND u.status = 'active'
      WHERE p.ends_at > ${inDays(-tellEndWithinDays)} AND p.ends_at <= ${inDays(7)} AND p.id > ${after}::uuid AND ${isLast(now)} AND ${renewsNot}) AS due
    WHERE NOT EXISTS (SELECT 1 FROM notifications n WHERE n.dedupe_key = 'membership_end:' || due.user_id || ':'
      || (extract(epoch FROM due.ends_at) * 1000)::bigint || ':' || due.days)
    ORDER BY due.id LIMIT ${pageSize}`
}
