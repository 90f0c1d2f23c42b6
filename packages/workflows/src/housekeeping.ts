import { proxyActivities, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { auditStep, housekeepingStep } from './options.ts'
import { searchKeys } from './search-attributes.ts'

const activities = proxyActivities<Activities>(housekeepingStep)
const audits = proxyActivities<Pick<Activities, 'auditLedger'>>(auditStep)

/** Starts generations whose workflow is missing and repairs those whose workflow ended without settling them. */
export async function sweepStuckGenerations(input: {
  olderThanMs: number
}): Promise<{ started: number; repaired: number }> {
  return activities.sweepStuckGenerations(input)
}

/** Proves the ledger, for an operator who asked or, without input, by the hour; a finding marks this run for a person to look at. */
export async function auditLedger(input?: { auditId: string }): Promise<{ failedChecks: number; findings: number }> {
  const result = await audits.auditLedger(input ?? { auditId: workflowInfo().runId })
  if (result.failedChecks > 0) upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
  return result
}

export async function sweepOrders(): Promise<{ notices: number; started: number }> {
  return activities.sweepOrders()
}

export async function remindMembers(): Promise<{ told: number }> {
  return activities.remindMembers()
}

export async function sweepRenewals(): Promise<{ advanced: number; failed: number }> {
  return activities.sweepRenewals()
}

export async function cleanUpTokens(): Promise<{ removed: number }> {
  return activities.cleanUpTokens()
}

export async function cleanUpCreations(): Promise<{ purged: number; indexed: number }> {
  return activities.cleanUpCreations()
}
