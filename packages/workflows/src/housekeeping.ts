import { proxyActivities, sleep, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { auditStep, housekeepingStep } from './options.ts'
import type { SweepRounds } from './options.ts'
import { searchKeys } from './search-attributes.ts'

const activities = proxyActivities<Activities>(housekeepingStep)
const audits = proxyActivities<Pick<Activities, 'auditLedger'>>(auditStep)

/** Starts generations whose workflow is missing and repairs those whose workflow ended without settling them. */
export async function sweepStuckGenerations(input: {
  olderThanMs: number
  rounds?: SweepRounds
}): Promise<{ started: number; repaired: number }> {
  const { olderThanMs, rounds } = input
  const look = () => activities.sweepStuckGenerations({ olderThanMs })
  return inRounds(look, ({ started, repaired }) => started + repaired > 0, rounds)
}

/**
 * Looks again and again as long as there is nothing to do, so that an idle system leaves one run in Temporal and not one for each look. A
 * look that did something ends the run, with what it did as its result; the Schedule starts the next one.
 */
async function inRounds<Result>(
  look: () => Promise<Result>,
  hasDone: (result: Result) => boolean,
  rounds: SweepRounds = { count: 1, everyMs: 0 },
): Promise<Result> {
  for (let round = 1; ; round += 1) {
    const result = await look()
    if (hasDone(result) || round >= rounds.count) return result
    await sleep(rounds.everyMs)
  }
}

/** Proves the ledger, for an operator who asked or, without input, by the hour; a finding marks this run for a person to look at. */
export async function auditLedger(input?: { auditId: string }): Promise<{ failedChecks: number; findings: number }> {
  const result = await audits.auditLedger(input ?? { auditId: workflowInfo().runId })
  if (result.failedChecks > 0) upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
  return result
}

export async function sweepOrders(input?: { rounds: SweepRounds }): Promise<{ notices: number; started: number }> {
  return inRounds(
    () => activities.sweepOrders(),
    ({ notices, started }) => notices + started > 0,
    input?.rounds,
  )
}

export async function remindMembers(): Promise<{ told: number }> {
  return activities.remindMembers()
}

/** A person whose gifts could not be settled marks this run for somebody to look at. */
export async function expireGifts(): Promise<{ expired: number; told: number; failed: number }> {
  const result = await activities.expireGifts()
  if (result.failed > 0) upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
  return result
}

export async function sweepCoupons(input?: {
  rounds: SweepRounds
}): Promise<{ expired: number; told: number; started: number }> {
  return inRounds(
    () => activities.sweepCoupons(),
    ({ expired, told, started }) => expired + told + started > 0,
    input?.rounds,
  )
}

export async function payRebates(): Promise<{ paid: number; failed: number }> {
  return activities.payRebates()
}

export async function sweepRenewals(): Promise<{ advanced: number; failed: number }> {
  return activities.sweepRenewals()
}

export async function sweepCampaigns(input?: { rounds: SweepRounds }): Promise<{ ended: number; alarmed: number }> {
  return inRounds(
    () => activities.sweepCampaigns(),
    ({ ended, alarmed }) => ended + alarmed > 0,
    input?.rounds,
  )
}

/** An idle system leaves one run a day of it. */
export async function sweepFiles(input?: {
  rounds: SweepRounds
}): Promise<{ files: number; expired: number; blobs: number; staged: number }> {
  return inRounds(
    () => activities.sweepFiles(),
    ({ files, expired, blobs, staged }) => files + expired + blobs + staged > 0,
    input?.rounds,
  )
}

export async function sweepOrphanFiles(): Promise<{ orphans: number }> {
  return activities.sweepOrphanFiles()
}

export async function cleanUpTokens(): Promise<{ removed: number }> {
  return activities.cleanUpTokens()
}

export async function cleanUpCreations(): Promise<{ purged: number; indexed: number }> {
  return activities.cleanUpCreations()
}

export async function sweepPublications(input?: {
  rounds: SweepRounds
}): Promise<{ started: number; looked: number; checked: number }> {
  return inRounds(
    () => activities.sweepPublications(),
    ({ started, looked, checked }) => started + looked + checked > 0,
    input?.rounds,
  )
}

export async function deliverWebhooks(input?: { rounds: SweepRounds }): Promise<{ sent: number; failed: number }> {
  return inRounds(
    () => activities.deliverWebhooks(),
    ({ sent, failed }) => sent + failed > 0,
    input?.rounds,
  )
}
