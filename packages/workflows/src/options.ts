import type { ActivityOptions, LocalActivityOptions, Priority } from '@temporalio/common'

/** Workflows and their short database steps. */
export const coreQueue = 'core'
/** Calls to AI vendors: few slots, so that a backlog, and with it priority, exists. */
export const aiQueue = 'ai'

/** Idempotent database step: keeps trying until the database is back. Runs as a local activity. */
export const databaseStep: LocalActivityOptions = {
  startToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
  localRetryThreshold: '30s',
}

/** A model call: few tries per model, a dead worker is noticed after 10 s. */
export function generate(pace: GenerationPace): ActivityOptions {
  return {
    taskQueue: aiQueue,
    startToCloseTimeout: '10m',
    heartbeatTimeout: '10s',
    // A stop waits for the attempt's own report: its last words and tokens belong to the receipt. The SDK would not wait.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
    retry: { initialInterval: pace.retryMs, backoffCoefficient: 2, maximumInterval: '15s', maximumAttempts: 2 },
  }
}

/** A call to a payment channel: what it did is asked again under the same number, for as long as it takes; a dead worker is noticed after 10 s. */
export const channelStep: ActivityOptions = {
  startToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
}

/**
 * A step of the deletion of an account: batches of rows, and for agreements a channel. It is tried until it is done, for half an account is
 * nobody's; a dead worker is noticed after 10 s.
 */
export const removalStep: ActivityOptions = {
  startToCloseTimeout: '10m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
}

/** A call that moves money out: one try. What became of one that failed is asked, never assumed. */
export const vendorWriteOnce: ActivityOptions = {
  startToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { maximumAttempts: 1 },
}

/** Uploads of a publication: each try goes on where the one before was cut off. What a platform refuses is decided by the domain. */
export const preparation: ActivityOptions = {
  startToCloseTimeout: '30m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m', maximumAttempts: 10 },
}

/** A question to a platform: it changes nothing there. */
export const vendorRead: ActivityOptions = {
  startToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s', maximumAttempts: 6 },
}

/** Durations of a publication's run; tests use milliseconds. */
export interface PublicationPace {
  /** Between two looks at the row at least. */
  leastWaitMs: number
  /** After a step that could not be done by a fault of ours. */
  brokenMs: number
  /** A submission whose answer did not come is looked for after so long, also where whoever sent it died. */
  lostAfterMs: number
  /** Between two looks for it. */
  lostPauseMs: number
}

/** Durations of orders and refunds; tests use milliseconds. */
export interface OrderPace {
  /** Pauses between two questions to the channel while nobody told us. */
  pollMs: readonly number[]
  /** The first pause of a refund under way; each next one is twice as long. */
  refundMs: number
  longestRefundMs: number
}

const minute = 60_000
export const productionOrderPace: OrderPace = {
  pollMs: [minute, 4 * minute, 10 * minute],
  refundMs: 5_000,
  longestRefundMs: 60 * minute,
}

export const productionPublicationPace: PublicationPace = {
  leastWaitMs: 200,
  brokenMs: 5 * minute,
  lostAfterMs: 90_000,
  lostPauseMs: minute,
}

/** Durations of a withdrawal; tests use milliseconds. */
export interface WithdrawalPace {
  /** How often somebody who was not told looks whether finance has decided. */
  reviewMs: number
  /** The first pause while the channel has it; each next one is twice as long. */
  askMs: number
  longestAskMs: number
  /** After it arrived, where the channel may bring it back later. */
  lateMs: readonly number[]
}

export const productionWithdrawalPace: WithdrawalPace = {
  reviewMs: 24 * 60 * minute,
  askMs: 5_000,
  longestAskMs: 10 * minute,
  lateMs: [24 * 60 * minute, 48 * 60 * minute],
}

/**
 * Housekeeping that reads a lot: minutes, and the next run repeats what this one missed. As long as a dead worker holds a run, its
 * Schedule skips the next ones.
 */
export const housekeepingStep: ActivityOptions = {
  startToCloseTimeout: '10m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumAttempts: 3 },
}

/** How often a sweep looks within one run. */
export interface SweepRounds {
  count: number
  everyMs: number
}

/** A dozen events each: a history of fifteen hundred, far from the ten thousand of which Temporal warns. */
export const roundsOfSweep = 120

/** A bill is fetched whole: a minute or a few. What is damaged or kept back is asked for again at a growing pace, for a day. */
export const billStep: ActivityOptions = {
  startToCloseTimeout: '10m',
  heartbeatTimeout: '10s',
  scheduleToCloseTimeout: '24h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '30m' },
}

/** How a bill is waited for that is not made yet; tests use milliseconds. */
export interface BillPace {
  notReadyMs: number
  tries: number
}

/** Every half an hour, as the channels ask, until the next day's run. */
export const productionBillPace: BillPace = { notReadyMs: 30 * minute, tries: 44 }

/** Batches of a bulk issue: each step some seconds, repeated for as long as it takes; a dead worker is noticed after 10 s. */
export const couponIssueStep: ActivityOptions = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
}

/** A mail server may be away for hours; a link older than a day is of no use. */
export const mailStep: ActivityOptions = {
  startToCloseTimeout: '1m',
  scheduleToCloseTimeout: '24h',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '10m' },
}

/** For a link that holds half an hour. */
export const soonMailStep: ActivityOptions = {
  startToCloseTimeout: '1m',
  scheduleToCloseTimeout: '30m',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '1m' },
}

/** As long as the ledger makes it; each try goes on where the one before was cut off, so that a deployment costs it little. */
export const auditStep: ActivityOptions = {
  startToCloseTimeout: '1h',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumAttempts: 5 },
}

/** Durations of a generation; tests use milliseconds. */
export interface GenerationPace {
  /** Pause before the same model is tried again, unless the vendor names one. */
  retryMs: number
  /** A call that waited this long for a free slot moves up one priority, so that nobody starves behind members. */
  raisePriorityAfterMs: number
}

export const productionPace: GenerationPace = { retryMs: 1_000, raisePriorityAfterMs: 20_000 }

export type Tier = 'member' | 'free'

/** Lower goes first; 3 is Temporal's default. Each step is where a call moves after waiting once more. */
export const priorityLadder: Record<Tier, readonly [number, ...number[]]> = {
  member: [2, 1],
  free: [4, 2, 1],
}

export function priorityOf(tier: Tier, userId: string): Priority {
  return { priorityKey: priorityLadder[tier][0], fairnessKey: userId }
}
