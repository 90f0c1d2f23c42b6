import { formatId } from '@mozhou/contracts/ids'
import { searchKeys } from './search-attributes.ts'
import type { AcceptOutcome } from './activities.ts'
import { acceptUpdate, stopSignal } from './generation-messages.ts'
import type { generateCreation } from './generate-creation.ts'
import type { auditLedger } from './housekeeping.ts'
import { auditWorkflowId, generationWorkflowId } from './ids.ts'
import { coreQueue, priorityOf, productionPace } from './options.ts'
import type { GenerationPace, Tier } from './options.ts'
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcDeadlineError,
  isGrpcServiceError,
} from '@temporalio/client'
import type { WorkflowClient, WorkflowStartOptions } from '@temporalio/client'
import { TypedSearchAttributes } from '@temporalio/common'

/** What a generation's workflow needs to know, and what people see of it in the Temporal UI. Ids and small values only. */
export interface GenerationStart {
  generationId: string
  creationId: string
  ordinal: number
  userId: string
  tier: Tier
  priceCredits: number
  /** The kind of creation, for the search attribute BizType. */
  bizType: string
  /** Chinese name of tool and act, e.g. `公众号文章 · 重新生成`. */
  label: string
}

/** Waits at most `waitMs` for the worker's decision; after that the start is durable all the same, and the answer is null. */
export async function startGeneration(
  client: WorkflowClient,
  start: GenerationStart,
  waitMs: number,
  pace: GenerationPace = productionPace,
): Promise<AcceptOutcome | null> {
  const operation = new WithStartWorkflowOperation<typeof generateCreation>('generateCreation', {
    ...startOptions(start, pace),
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
  const soon = <T>(call: () => Promise<T>) => client.withDeadline(Date.now() + waitMs, call)
  try {
    return await soon(() =>
      client.executeUpdateWithStart(acceptUpdate, { updateId: start.generationId, startWorkflowOperation: operation }),
    )
  } catch (cause) {
    if (isTemporalAway(cause)) return null
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause
    return await soon(() => refusalOf(client, generationWorkflowId(start.creationId, start.ordinal))).catch(nullIfAway)
  }
}

/**
 * The run is over and was never asked to accept: the sweep had started it. Only a refusal is still an answer; anything else is in the
 * generation's progress.
 */
async function refusalOf(client: WorkflowClient, workflowId: string): Promise<AcceptOutcome | null> {
  const handle = client.getHandle<typeof generateCreation>(workflowId)
  const { status } = await handle.describe()
  if (status.name !== 'COMPLETED') return null
  const result = await handle.result()
  return result.status === 'refused' ? { kind: 'refused', code: result.code, params: {} } : null
}

/** For the sweep: starts the workflow unless a run with its id exists, open or closed. */
export async function startMissingGeneration(
  client: WorkflowClient,
  start: GenerationStart,
): Promise<'started' | 'exists'> {
  try {
    await client.start<typeof generateCreation>('generateCreation', startOptions(start, productionPace))
    return 'started'
  } catch (cause) {
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return 'exists'
    throw cause
  }
}

/** Whether a generation's workflow still works on it. */
export async function isGenerationRunning(
  client: WorkflowClient,
  creationId: string,
  ordinal: number,
): Promise<boolean> {
  try {
    const description = await client.getHandle(generationWorkflowId(creationId, ordinal)).describe()
    return description.status.name === 'RUNNING'
  } catch (cause) {
    if (cause instanceof WorkflowNotFoundError) return false
    throw cause
  }
}

/** Tells the workflow to stop; nothing when it already ended. */
export async function stopGeneration(client: WorkflowClient, creationId: string, ordinal: number): Promise<void> {
  try {
    await client.getHandle(generationWorkflowId(creationId, ordinal)).signal(stopSignal)
  } catch (cause) {
    if (!(cause instanceof WorkflowNotFoundError)) throw cause
  }
}

/** An audit between two of the Schedule's. */
export async function startAudit(client: WorkflowClient, auditId: string): Promise<void> {
  await client.start<typeof auditLedger>('auditLedger', {
    workflowId: auditWorkflowId(auditId),
    taskQueue: coreQueue,
    args: [{ auditId }],
    staticSummary: '账本核对',
  })
}

/** The server or the worker did not answer in time, or is not there: nothing is lost, nothing is known. */
export function isTemporalAway(cause: unknown): boolean {
  return (
    cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcDeadlineError(cause) ||
    (isGrpcServiceError(cause) && awayCodes.has(cause.code))
  )
}

/** RESOURCE_EXHAUSTED and UNAVAILABLE (https://grpc.github.io/grpc/core/md_doc_statuscodes.html). */
const awayCodes = new Set<number>([8, 14])

function nullIfAway(cause: unknown): null {
  if (isTemporalAway(cause)) return null
  throw cause
}

function startOptions(start: GenerationStart, pace: GenerationPace): WorkflowStartOptions<typeof generateCreation> {
  const { generationId, userId, tier } = start
  const summary = `${start.label} · ${tier === 'member' ? '会员' : `${start.priceCredits} 积分`}`
  return {
    workflowId: generationWorkflowId(start.creationId, start.ordinal),
    taskQueue: coreQueue,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [{ generationId, userId, tier, pace }],
    priority: priorityOf(tier, userId),
    staticSummary: summary,
    // Lists of workflows carry the memo and not the summary.
    memo: { summary },
    staticDetails: `作品 \`${formatId('creation', start.creationId)}\` · 第 ${start.ordinal} 次生成 \`${formatId('generation', generationId)}\``,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: searchKeys.userId, value: formatId('user', userId) },
      { key: searchKeys.creationId, value: formatId('creation', start.creationId) },
      { key: searchKeys.generationId, value: formatId('generation', generationId) },
      { key: searchKeys.bizType, value: start.bizType },
      { key: searchKeys.bizStatus, value: 'accepting' },
      { key: searchKeys.tier, value: tier },
      { key: searchKeys.credits, value: start.priceCredits },
    ]),
  }
}
