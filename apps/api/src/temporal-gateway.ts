import { AppError } from '@mozhou/contracts/errors'
import { outages } from '@mozhou/domain/outages'
import type { Outcome } from '@mozhou/domain/outages'
import {
  isTemporalAway,
  startAudit,
  startGeneration,
  startVerification,
  stopGeneration,
} from '@mozhou/workflows/client'
import { startRefund, tellOrderSettled, watchOrder } from '@mozhou/workflows/order-client'
import { refundWorkflowId } from '@mozhou/workflows/ids'
import { searchKeys } from '@mozhou/workflows/search-attributes'
import type { Client, WorkflowExecutionInfo } from '@temporalio/client'
import type { Logger } from 'pino'
import type { RunningWorkflowDto, WorkflowGateway } from './workflow-gateway.ts'

const maxListed = 100

/** The gateway over one client. Every call has a deadline and an outcome when it is missed, as the table of outages says. */
export function createTemporalGateway(
  client: Client,
  options: { namespace: string; uiUrl: string | null; log: Logger },
): WorkflowGateway {
  const { namespace, uiUrl, log } = options
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
    startVerification: (verificationId) =>
      noted('temporal.startVerification', () => startVerification(client.workflow, verificationId)),
    watchOrder: (order) => noted('temporal.watchOrder', () => watchOrder(client.workflow, order)),
    tellOrderSettled: (orderId) => noted('temporal.tellOrderSettled', () => tellOrderSettled(client.workflow, orderId)),
    startRefund: (refund) => noted('temporal.startRefund', () => startRefund(client.workflow, refund)),
    // Without a run, the page of the newest.
    refundUrl: (refundId) => pageOf(refundWorkflowId(refundId), { namespace, uiUrl }),
    listRunning: () => needed('temporal.listRunning', () => listRunning(client, options)),
  }
}

type TemporalCall = Extract<keyof typeof outages, `temporal.${string}`>
/** The calls for which the table has this outcome. */
type CallOf<Wanted extends Outcome> = {
  [Name in TemporalCall]: (typeof outages)[Name]['outcome'] extends Wanted ? Name : never
}[TemporalCall]

async function listRunning(client: Client, options: { namespace: string; uiUrl: string | null }) {
  const rows: RunningWorkflowDto[] = []
  const query = 'ExecutionStatus = "Running" OR NeedsAttention = true'
  for await (const info of client.workflow.list({ query, pageSize: maxListed })) {
    rows.push(toDto(info, options))
    if (rows.length === maxListed) break
  }
  return rows
}

function toDto(info: WorkflowExecutionInfo, options: { namespace: string; uiUrl: string | null }): RunningWorkflowDto {
  const attributes = info.typedSearchAttributes
  const summary = info.memo?.['summary']
  const page = pageOf(info.workflowId, options)
  return {
    workflowId: info.workflowId,
    runId: info.runId,
    type: info.type,
    status: info.status.name,
    startedAt: info.startTime.toISOString(),
    summary: typeof summary === 'string' ? summary : '',
    bizStatus: attributes.get(searchKeys.bizStatus) ?? '',
    tier: attributes.get(searchKeys.tier) ?? '',
    needsAttention: attributes.get(searchKeys.needsAttention) ?? false,
    url: page === null ? null : `${page}/${info.runId}`,
  }
}

function pageOf(workflowId: string, { namespace, uiUrl }: { namespace: string; uiUrl: string | null }): string | null {
  return uiUrl === null ? null : `${uiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowId)}`
}
