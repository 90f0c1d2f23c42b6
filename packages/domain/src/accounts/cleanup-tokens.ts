import type { DomainContext } from '../context.ts'
import { deviceMarkDays } from './device-mark.ts'

export interface CleanupCounts {
  refreshTokens: number
  sessions: number
  loginFailures: number
  requests: number
  giftCounts: number
  verifications: number
  passwordResets: number
  devices: number
}

const dayMs = 86_400_000
/** Ended sessions stay a while for the question "where was I signed in". */
const keptSessionDays = 30
const keptLoginFailureDays = 1
const keptGiftCountDays = 2
const keptVerificationDays = 7
/** How long a repeat with the same Idempotency-Key is compared and answered; its request key has no effect later either. */
const keptRequestDays = 30
/** Rows of one statement, so that a backlog never meets the statement time-out. */
const batch = 5_000

/** Deletes what no rule reads any more. Used refresh tokens stay until they expire: their return tells of a theft. */
export async function cleanupTokens(ctx: DomainContext): Promise<CleanupCounts> {
  const { prisma } = ctx
  const now = ctx.clock.now()
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const endedBefore = before(keptSessionDays)
  const failedBefore = before(keptLoginFailureDays)
  const askedBefore = before(keptRequestDays)
  return {
    refreshTokens: await inBatches(
      () => prisma.$executeRaw`DELETE FROM refresh_tokens WHERE id IN (
        SELECT id FROM refresh_tokens WHERE expires_at < ${now} LIMIT ${batch})`,
    ),
    sessions: await inBatches(
      () => prisma.$executeRaw`DELETE FROM sessions WHERE id IN (
        SELECT id FROM sessions WHERE expires_at < ${endedBefore} OR revoked_at < ${endedBefore} LIMIT ${batch})`,
    ),
    loginFailures: await inBatches(
      () => prisma.$executeRaw`DELETE FROM login_failures WHERE (login_key, ip_address) IN (
        SELECT login_key, ip_address FROM login_failures WHERE last_at < ${failedBefore} LIMIT ${batch})`,
    ),
    verifications: await inBatches(
      () => prisma.$executeRaw`DELETE FROM email_verifications WHERE id IN (
        SELECT id FROM email_verifications WHERE expires_at < ${before(keptVerificationDays)} LIMIT ${batch})`,
    ),
    passwordResets: await inBatches(
      () => prisma.$executeRaw`DELETE FROM password_resets WHERE id IN (
        SELECT id FROM password_resets WHERE expires_at < ${before(keptVerificationDays)} LIMIT ${batch})`,
    ),
    devices: await inBatches(
      () => prisma.$executeRaw`DELETE FROM user_devices WHERE (user_id, device_hash) IN (
        SELECT user_id, device_hash FROM user_devices WHERE last_seen_at < ${before(deviceMarkDays)} LIMIT ${batch})`,
    ),
    giftCounts: await inBatches(
      () => prisma.$executeRaw`DELETE FROM signup_gift_counts WHERE (network, day) IN (
        SELECT network, day FROM signup_gift_counts WHERE day < ${before(keptGiftCountDays)}::date LIMIT ${batch})`,
    ),
    requests: await inBatches(
      () => prisma.$executeRaw`DELETE FROM requests WHERE (user_id, request_key) IN (
        SELECT user_id, request_key FROM requests WHERE created_at < ${askedBefore} LIMIT ${batch})`,
    ),
  }
}

async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const deleted = await deleteSome()
    total += deleted
    if (deleted < batch) return total
  }
}
