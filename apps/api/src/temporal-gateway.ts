import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { outages } from '@mozhou/domain/outages'
import type { Outcome } from '@mozhou/domain/outages'
import { isTemporalAway, startAudit, startGeneration, stopGeneration } from '@mozhou/workflows/client'
import { startCouponIssue } from '@mozhou/workflows/coupon-client'
import { startPasswordReset, startVerification } from '@mozhou/workflows/mail-client'
import { startReconciliation, startRefund, tellOrderSettled, watchOrder } from '@mozhou/workflows/order-client'
import { replanPublication, startPublications, tellPublication } from '@mozhou/workflows/publication-client'
import { searchKeys } from '@mozhou/workflows/search-attributes'
import { tellWithdrawal } from '@mozhou/workflows/withdrawal-client'
import type { Client, WorkflowExecutionInfo } from '@temporalio/client'
import type { Logger } from 'pino'
import type { RunningWorkflowDto, WorkflowGateway } from './workflow-gateway.ts'

const maxListed = 100

/** The gateway over one client. Every call has a deadline and an outcome when it is missed, as the table of outages says. */
export function createTemporalGateway(
  client: Client,
  options: { namespace: string; uiUrl: string | null; log: Logger },
): WorkflowGateway {
  const { namespace, log } = options
  const within = <T>(name: TemporalCall, call: () => Promise<T>) =>
    client.withDeadline(Date.now() + outages[name].deadlineMs, call)
  const needed = <T>(name: CallOf<'unavailable'>, call: () => Promise<T>) =>
    within(name, call).catch((cause: unknown) => {
      throw isTemporalAway(cause) ? new AppError('SERVICE_UNAVAILABLE', {}, { cause }) : cause
    })
  const noted = (name: CallOf<'queued'>, call: () => Promise<void>) =>
    within(name, call).catch((err: unknown) => {
      if (!isTemporalAway(err)) throw err
      log.warn({ err, call: name }, 'temporal did not answer in time; what was asked is written down and follows')
    })
  return {
    ping: async () => {
      await within('temporal.ping', () => client.connection.workflowService.describeNamespace({ namespace }))
    },
    startGeneration: (start) => startGeneration(client.workflow, start, outages['temporal.startGeneration'].deadlineMs),
    stopGeneration: (creationId, ordinal) =>
      noted('temporal.stopGeneration', () => stopGeneration(client.workflow, creationId, ordinal)),
    startAudit: (auditId) => needed('temporal.startAudit', () => startAudit(client.workflow, auditId)),
    startReconciliation: (day) =>
      needed('temporal.startReconciliation', () => startReconciliation(client.workflow, day)),
    startVerification: (verificationId) =>
      noted('temporal.startVerification', () => startVerification(client.workflow, verificationId)),
    startPasswordReset: (resetId) =>
      noted('temporal.startPasswordReset', () => startPasswordReset(client.workflow, resetId)),
    watchOrder: (order) => noted('temporal.watchOrder', () => watchOrder(client.workflow, order)),
    tellOrderSettled: (orderId, end) =>
      noted('temporal.tellOrderSettled', () => tellOrderSettled(client.workflow, orderId, end)),
    startRefund: (refund) => noted('temporal.startRefund', () => startRefund(client.workflow, refund)),
    startCouponIssue: (issueId) => noted('temporal.startCouponIssue', () => startCouponIssue(client.workflow, issueId)),
    tellWithdrawal: (withdrawal) => noted('temporal.tellWithdrawal', () => tellWithdrawal(client.workflow, withdrawal)),
    startPublications: (starts) =>
      noted('temporal.startPublications', () => startPublications(client.workflow, starts)),
    replanPublication: (start, change) =>
      noted('temporal.replanPublication', () => replanPublication(client.workflow, start, change)),
    tellPublication: (publication) =>
      noted('temporal.tellPublication', () => tellPublication(client.workflow, publication)),
    pageOf: (workflowId) => pageOf(workflowId, options),
    findRun: (workflowId) => needed('temporal.findRun', () => findRun(client, workflowId)),
    listRunning: () => needed('temporal.listRunning', () => listRunning(client, options)),
  }
}

type TemporalCall = Extract<keyof typeof outages, `temporal.${string}`>
/** The calls for which the table has this outcome. */
type CallOf<Wanted extends Outcome> = {
  [Name in TemporalCall]: (typeof outages)[Name]['outcome'] extends Wanted ? Name : never
}[TemporalCall]

/** By the id, so that it holds also for runs that this process never saw. */
function pageOf(workflowId: string, { namespace, uiUrl }: { namespace: string; uiUrl: string | null }): string | null {
  const query = encodeURIComponent(`WorkflowId="${workflowId}"`)
  return uiUrl === null ? null : `${uiUrl}/namespaces/${namespace}/workflows?query=${query}`
}

async function listRunning(client: Client, options: { namespace: string; uiUrl: string | null }) {
  const rows: RunningWorkflowDto[] = []
  // The sweeps are always there, and nobody waits for them.
  const query = `(ExecutionStatus = 'Running' AND WorkflowType NOT IN ('sweepStuckGenerations', 'sweepOrders', 'sweepCoupons', 'sweepPublications', 'deliverWebhooks')) OR NeedsAttention = true`
  for await (const info of client.workflow.list({ query, pageSize: maxListed })) {
    rows.push(toDto(info, options))
    if (rows.length === maxListed) break
  }
  return rows
}

const badEnds = ['FAILED', 'TIMED_OUT', 'TERMINATED']

/** A day's bill, or a refund, is worked on again under the same id: one run of them that needed somebody is enough. */
async function findRun(client: Client, workflowId: string): Promise<{ needsPerson: boolean } | null> {
  if (!/^[\w:.-]+$/.test(workflowId)) return null
  let found: { needsPerson: boolean } | null = null
  for await (const { status, typedSearchAttributes } of client.workflow.list({
    query: `WorkflowId = '${workflowId}'`,
    pageSize: maxListed,
  })) {
    const isBad = badEnds.includes(status.name) || typedSearchAttributes.get(searchKeys.needsAttention) === true
    found = { needsPerson: isBad }
    if (isBad) break
  }
  return found
}

function toDto(
  info: WorkflowExecutionInfo,
  { namespace, uiUrl }: { namespace: string; uiUrl: string | null },
): RunningWorkflowDto {
  const attributes = info.typedSearchAttributes
  const summary = info.memo?.['summary']
  const id = encodeURIComponent(info.workflowId)
  return {
    workflowId: info.workflowId,
    runId: info.runId,
    type: info.type,
    status: info.status.name,
    startedAt: info.startTime.toISOString(),
    summary: typeof summary === 'string' ? summary : '',
    generationId: generationOf(attributes.get(searchKeys.generationId)),
    bizStatus: attributes.get(searchKeys.bizStatus) ?? '',
    tier: attributes.get(searchKeys.tier) ?? '',
    needsAttention: attributes.get(searchKeys.needsAttention) ?? false,
    url: uiUrl === null ? null : `${uiUrl}/namespaces/${namespace}/workflows/${id}/${info.runId}`,
  }
}

/** Runs from before the attribute held ids of the edge have the bare one. */
function generationOf(id: string | undefined): string | null {
  if (id === undefined) return null
  return parseId('generation', id) === null ? formatId('generation', id) : id
}
