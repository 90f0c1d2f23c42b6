import type { AssembledContext } from '@mozhou/domain/create-context'
import { outages } from '@mozhou/domain/outages'
import type { Activities } from '@mozhou/workflows/activities'
import { scheduleIds } from '@mozhou/workflows/ids'
import { aiQueue, coreQueue } from '@mozhou/workflows/options'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import type { WorkerOptions } from '@temporalio/worker'
import { createDeletionActivities } from './activities/account-deletion.ts'
import { createGenerationActivities } from './activities/generation.ts'
import { createCouponActivities } from './activities/coupons.ts'
import { createOrderActivities } from './activities/orders.ts'
import { createFileActivities } from './activities/files.ts'
import { createHousekeepingActivities } from './activities/housekeeping.ts'
import { createReconciliationActivities } from './activities/reconciliation.ts'
import { createMailActivities } from './activities/mail.ts'
import { createPublicationActivities } from './activities/publications.ts'
import { createWithdrawalActivities } from './activities/withdrawals.ts'
import type { MailOffice } from './activities/mail.ts'
import type { WorkerEnvironment } from './env.ts'
import { createErrorInterceptor } from './error-interceptor.ts'
import { ensureSchedules, runNow, schedules } from './schedules.ts'

/** What runs when the worker must stop is given this long; then model calls are handed back to the server for another worker. */
const drainMs = 10_000

const mostNamed = 20

type Settings = Pick<
  WorkerEnvironment,
  'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'AI_SLOTS' | 'SWEEP_AFTER_MS' | 'QUEUES'
>

export interface RunningWorkers {
  isReady(): boolean
  /** Resolves when every worker has stopped, rejects when one of them failed. */
  finished: Promise<void>
  shutdown(): Promise<void>
  /** The activities that run, for the log of a process that is stuck. */
  underWay(): readonly string[]
}

/**
 * At most two workers in one process, as `QUEUES` says: `core` for workflows and their database steps, `ai` for model calls with
 * slots of their own. Schedules belong to `core`, which runs them.
 */
export async function runWorkers(
  ctx: AssembledContext,
  env: Settings,
  workflowBundle: { code: string },
  mail: MailOffice | null = null,
): Promise<RunningWorkers> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, QUEUES: queues } = env
  const connection = await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } })
  const clientConnection = await Connection.connect({ address })
  const client = new Client({ connection: clientConnection, namespace })
  const activities: Activities = {
    ...createGenerationActivities(ctx),
    ...createHousekeepingActivities(ctx, client.workflow),
    ...createOrderActivities(ctx, client.workflow),
    ...createCouponActivities(ctx, client.workflow),
    ...createFileActivities(ctx),
    ...createReconciliationActivities(ctx, client.workflow),
    ...createWithdrawalActivities(ctx),
    ...createPublicationActivities(ctx, client.workflow),
    ...createMailActivities(ctx, mail),
    ...createDeletionActivities(ctx),
  }
  const underWay = new Set<string>()
  const shared = {
    connection,
    namespace,
    activities,
    shutdownGraceTime: drainMs,
    shutdownForceTime: drainMs + 5_000,
    interceptors: { activity: [() => ({ inbound: createErrorInterceptor(ctx.log, underWay) })] },
  }
  const core = queues.includes(coreQueue) ? await Worker.create({ ...shared, ...coreOptions(workflowBundle) }) : null
  const ai = queues.includes(aiQueue) ? await Worker.create({ ...shared, ...aiOptions(env.AI_SLOTS) }) : null
  if (core) {
    const deadline = Date.now() + outages['temporal.schedules'].deadlineMs
    await client.withDeadline(deadline, () => ensureSchedules(client.schedule, schedules(env.SWEEP_AFTER_MS)))
    // A new release may read texts in another way: what the old one made for the search is made anew at once.
    await client.withDeadline(deadline, () => runNow(client.schedule, scheduleIds.creations))
  }
  const workers = [core, ai].filter((worker) => worker !== null)
  const aiFinished = ai?.run()
  const finished = Promise.all([core?.run(), aiFinished])
  const close = async () => {
    await clientConnection.close()
    await connection.close()
  }
  return {
    isReady: () => workers.every((worker) => worker.getState() === 'RUNNING'),
    finished: finished.then(close),
    underWay: () => [...underWay].slice(-mostNamed),
    async shutdown() {
      if (ai?.getState() === 'RUNNING') ai.shutdown()
      // While model calls end, core is there to store and announce the texts that are finished within the grace period.
      await Promise.allSettled([aiFinished])
      if (core?.getState() === 'RUNNING') core.shutdown()
      await finished.catch((cause: unknown) => ctx.log.error({ err: cause }, 'a worker failed while draining'))
    },
  }
}

function coreOptions(workflowBundle: { code: string }): Omit<WorkerOptions, 'activities'> {
  return {
    taskQueue: coreQueue,
    workflowBundle,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxCachedWorkflows: 300,
    workflowThreadPoolSize: 1,
    // Half of them wait for new workflows: a task that finds no poller waiting is written to the server's database first.
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 10 },
    nonStickyToStickyPollRatio: 0.5,
    stickyQueueScheduleToStartTimeout: '3s',
  }
}

function aiOptions(slots: number): Omit<WorkerOptions, 'activities'> {
  return {
    taskQueue: aiQueue,
    maxConcurrentActivityTaskExecutions: slots,
    maxHeartbeatThrottleInterval: '3s',
    activityTaskPollerBehavior: { type: 'autoscaling', initial: 4, minimum: 2, maximum: 16 },
  }
}
