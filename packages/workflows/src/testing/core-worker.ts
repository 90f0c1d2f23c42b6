import type { WorkflowClient } from '@temporalio/client'
import { Runtime, Worker } from '@temporalio/worker'
import type { Activities } from '../activities.ts'
import { coreQueue } from '../options.ts'
import { createFakeActivities } from './fake-activities.ts'
import { quietRuntime } from './quiet-runtime.ts'
import { testBundle } from './test-bundle.ts'
import { createTestNamespace } from './test-namespace.ts'

export interface CoreWorker {
  client: WorkflowClient
  /** Plays a scene with a worker whose steps are the given ones, and else do nothing. */
  withWorker(steps: Partial<Activities>, scene: () => Promise<void>): Promise<void>
  resultOf(workflowId: string): Promise<unknown>
  close(): Promise<void>
}

/** A namespace of its own, for tests of what orders, refunds and bills go through. */
export async function openCoreWorker(): Promise<CoreWorker> {
  Runtime.install(quietRuntime)
  const workflowBundle = await testBundle()
  const temporal = await createTestNamespace()
  const client = temporal.client.workflow
  return {
    client,
    async withWorker(steps, scene) {
      const worker = await Worker.create({
        connection: temporal.worker,
        namespace: temporal.namespace,
        taskQueue: coreQueue,
        workflowBundle,
        activities: { ...createFakeActivities().activities, ...steps },
      })
      await worker.runUntil(scene)
    },
    resultOf: (workflowId) => client.getHandle(workflowId).result(),
    close: () => temporal.close(),
  }
}
