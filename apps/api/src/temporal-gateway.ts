import { startAudit, startGeneration, startVerification, stopGeneration } from '@mozhou/workflows/client'
import { searchKeys } from '@mozhou/workflows/search-attributes'
import type { Client, WorkflowExecutionInfo } from '@temporalio/client'
import type { RunningWorkflowDto, WorkflowGateway } from './workflow-gateway.ts'

const pingTimeoutMs = 1_000
const callTimeoutMs = 2_000
/** A person waits for the answer: after this the request is "queued", and its progress tells the rest. */
const acceptWaitMs = 3_000
const maxListed = 100

/** The gateway over one client. Every call has a deadline, so that a dead server costs seconds and not a request. */
export function createTemporalGateway(
  client: Client,
  options: { namespace: string; uiUrl: string | null },
): WorkflowGateway {
  const { namespace } = options
  const soon = <T>(call: () => Promise<T>) => client.withDeadline(Date.now() + callTimeoutMs, call)
  return {
    ping: async () => {
      await client.withDeadline(Date.now() + pingTimeoutMs, () =>
        client.connection.workflowService.describeNamespace({ namespace }),
      )
    },
    startGeneration: (start) => startGeneration(client.workflow, start, acceptWaitMs),
    stopGeneration: (creationId, ordinal) => soon(() => stopGeneration(client.workflow, creationId, ordinal)),
    startAudit: (auditId) => soon(() => startAudit(client.workflow, auditId)),
    startVerification: (verificationId) => soon(() => startVerification(client.workflow, verificationId)),
    listRunning: () => soon(() => listRunning(client, options)),
  }
}

async function listRunning(client: Client, options: { namespace: string; uiUrl: string | null }) {
  const rows: RunningWorkflowDto[] = []
  const query = 'ExecutionStatus = "Running" OR NeedsAttention = true'
  for await (const info of client.workflow.list({ query, pageSize: maxListed })) {
    rows.push(toDto(info, options))
    if (rows.length === maxListed) break
  }
  return rows
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
    bizStatus: attributes.get(searchKeys.bizStatus) ?? '',
    tier: attributes.get(searchKeys.tier) ?? '',
    needsAttention: attributes.get(searchKeys.needsAttention) ?? false,
    url: uiUrl === null ? null : `${uiUrl}/namespaces/${namespace}/workflows/${id}/${info.runId}`,
  }
}
