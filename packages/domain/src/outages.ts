import { databaseLimits } from '@mozhou/db/client'

/**
 * What becomes of a call whose other side is away, frozen or late:
 * `unavailable`: the caller is told so (503 SERVICE_UNAVAILABLE) and may repeat;
 * `queued`: it is written down already, and done when the other side is back;
 * `degraded`: it is gone on with without the answer.
 */
export type Outcome = 'unavailable' | 'queued' | 'degraded'

interface OutageRow {
  /** Given up after this long, on our side. */
  deadlineMs: number
  outcome: Outcome
}

const unavailable = (deadlineMs: number) => ({ deadlineMs, outcome: 'unavailable' as const })
const queued = (deadlineMs: number) => ({ deadlineMs, outcome: 'queued' as const })
const degraded = (deadlineMs: number) => ({ deadlineMs, outcome: 'degraded' as const })

/**
 * Every call to another part, with its deadline. docs/outages.md says what each row means to people, and a test holds the two together.
 * Calls of AI vendors have the limits of their model in the catalogue.
 */
export const outages = {
  /** A whole request, from its first byte here: its turn, and every call that it makes. */
  'api.request': unavailable(18_000),
  'postgres.connect': unavailable(databaseLimits.connectMs),
  'postgres.transaction': unavailable(5_000),
  'postgres.statement': unavailable(databaseLimits.silenceMs),
  'redis.connect': degraded(2_000),
  'redis.cache': degraded(500),
  /** A connection that answers nothing for so long is closed; until one answers again, calls fail at once. */
  'redis.silence': degraded(2_000),
  'redis.command': degraded(1_000),
  'temporal.ping': degraded(1_000),
  'temporal.startGeneration': queued(3_000),
  'temporal.stopGeneration': queued(2_000),
  'temporal.startAudit': unavailable(2_000),
  'temporal.startVerification': queued(2_000),
  'temporal.startPasswordReset': queued(2_000),
  'temporal.watchOrder': queued(2_000),
  'temporal.tellOrderSettled': queued(2_000),
  'temporal.startRefund': queued(2_000),
  'temporal.startCouponIssue': queued(2_000),
  'temporal.tellWithdrawal': queued(2_000),
  'temporal.startPublications': queued(2_000),
  'temporal.replanPublication': queued(2_000),
  'temporal.tellPublication': queued(2_000),
  'temporal.startReconciliation': unavailable(2_000),
  'temporal.listRunning': unavailable(2_000),
  'temporal.findRun': unavailable(2_000),
  'temporal.sweep': queued(5_000),
  'temporal.schedules': unavailable(10_000),
  'smtp.send': queued(15_000),
  'worker.health': degraded(1_000),
  'sandbox.health': degraded(1_000),
} satisfies Record<string, OutageRow>
