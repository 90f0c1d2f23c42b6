import type { DomainContext } from '../context.ts'

export interface LoginAttempt {
  /** `user:<id>` of an account, `typed:<key>` of a name that none has. */
  loginKey: string
  network: string
}

const allowedFailures = 5
const lockMs = 15 * 60_000

/**
 * Counts an attempt as failed before the password is looked at, so that parallel guesses cannot overtake the count; a right
 * password clears it. One statement: the fifth sets the lock, later ones find it. A row that rested for 15 minutes begins anew.
 * @returns when the lock ends, or null when this attempt may go on.
 */
export async function reserveLoginAttempt(ctx: DomainContext, attempt: LoginAttempt): Promise<Date | null> {
  const now = ctx.clock.now()
  const lockedUntil = new Date(now.getTime() + lockMs)
  const restedSince = new Date(now.getTime() - lockMs)
  const rows = await ctx.prisma.$queryRaw<{ failures: number; locked_until: Date | null }[]>`
    INSERT INTO login_failures AS f (login_key, ip_address, failures, first_at, last_at, locked_until)
    VALUES (${attempt.loginKey}, ${attempt.network}, 1, ${now}, ${now}, NULL)
    ON CONFLICT (login_key, ip_address) DO UPDATE SET
      failures = CASE WHEN f.locked_until <= ${now} OR (f.locked_until IS NULL AND f.last_at <= ${restedSince})
        THEN 1 ELSE LEAST(f.failures + 1, 1000) END,
      first_at = CASE WHEN f.locked_until <= ${now} OR (f.locked_until IS NULL AND f.last_at <= ${restedSince})
        THEN ${now} ELSE f.first_at END,
      last_at = ${now},
      locked_until = CASE
        WHEN f.locked_until > ${now} THEN f.locked_until
        WHEN f.locked_until IS NULL AND f.last_at > ${restedSince} AND f.failures + 1 >= ${allowedFailures} THEN ${lockedUntil}
        ELSE NULL END
    RETURNING failures, locked_until`
  const row = rows[0]
  return row && row.failures > allowedFailures ? (row.locked_until ?? lockedUntil) : null
}

export async function clearLoginAttempts(ctx: DomainContext, attempt: LoginAttempt): Promise<void> {
  await ctx.prisma.loginFailure.deleteMany({
    where: { loginKey: attempt.loginKey, ipAddress: attempt.network },
  })
}
