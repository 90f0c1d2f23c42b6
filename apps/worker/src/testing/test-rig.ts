import { parseId } from '@mozhou/contracts/ids'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { AssembledContext } from '@mozhou/domain/create-context'
import { followGeneration } from '@mozhou/domain/generations/follow-generation'
import { generateText } from '@mozhou/domain/writing/generate-text'
import { createProgressHub } from '@mozhou/domain/generations/progress-hub'
import type { ProgressHub } from '@mozhou/domain/generations/progress-hub'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { circuitOf, resetCircuit } from '@mozhou/domain/models/circuit'
import { seedModels } from '@mozhou/domain/seed/models'
import { createLogger } from '@mozhou/domain/create-logger'
import { createRedis } from '@mozhou/domain/redis-client'
import { testRedisUrl } from '@mozhou/domain/testing/env'
import { createTestDomain } from '@mozhou/domain/testing/test-domain'
import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import type { AcceptOutcome } from '@mozhou/workflows/activities'
import { startGeneration } from '@mozhou/workflows/client'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import { quietRuntime } from '@mozhou/workflows/testing/quiet-runtime'
import { testBundle } from '@mozhou/workflows/testing/test-bundle'
import { createPublishing } from '@mozhou/integrations/publishing/create-publishing'
import { makeMedia } from '@mozhou/integrations/publishing/make-media'
import { createTestNamespace } from '@mozhou/workflows/testing/test-namespace'
import type { TestNamespace } from '@mozhou/workflows/testing/test-namespace'
import { Runtime } from '@temporalio/worker'
import type { TelemetryOptions } from '@temporalio/worker'
import type { MailOffice } from '../activities/mail.ts'
import type { WorkerQueue } from '../env.ts'
import { runWorkers } from '../run-workers.ts'
import type { RunningWorkers } from '../run-workers.ts'
import { startOwnSandbox } from './own-sandbox.ts'

export interface TestRig {
  ctx: AssembledContext
  temporal: TestNamespace
  hub: ProgressHub
  sandbox: SandboxControl
  sandboxUrl: string
  /** A user with the sign-up gift. */
  addUser(): Promise<string>
  /** The id of a seeded model by its shown name. */
  model(alias: string): Promise<string>
  start(requested: RequestedGeneration): Promise<AcceptOutcome | null>
  generate(
    userId: string,
    input: Record<string, unknown>,
    modelId?: string,
    tool?: ToolKey,
  ): Promise<RequestedGeneration>
  /** Another worker, for these queues. */
  addWorkers(queues: WorkerQueue[]): Promise<RunningWorkers>
  /** Every event until `done`. */
  watch(requested: RequestedGeneration, timeoutMs?: number): Promise<TrackedProgress[]>
  /** Clears faults and circuits: what one test did to the models is no concern of the next. */
  reset(): Promise<void>
  close(): Promise<void>
}

export interface TestRigOptions {
  /** Those of the rig's worker; both unless named. */
  queues?: WorkerQueue[]
  /** How the rig's workers send mail; addresses are verified then. */
  mail?: MailOffice
  telemetryOptions?: TelemetryOptions
}

/** The whole main job without HTTP: domain on its own database, worker on its own namespace, a sandbox of its own behind the adapters. */
export async function createTestRig(options: TestRigOptions = {}): Promise<TestRig> {
  Runtime.install({
    ...quietRuntime,
    telemetryOptions: { ...quietRuntime.telemetryOptions, ...options.telemetryOptions },
  })
  const ownSandbox = await startOwnSandbox()
  const sandboxUrl = ownSandbox.url
  const domain = await createTestDomain()
  const ctx: AssembledContext = {
    ...domain.ctx,
    log: createLogger({ name: 'rig', level: 'warn' }),
    models: modelFactories,
    ...createPublishing({ apps: { douyin: null, kuaishou: null }, sandboxUrl }, domain.ctx.clock),
    makeMedia,
    settings: { ...domain.ctx.settings, sandboxUrl, verifiesEmail: options.mail !== undefined },
  }
  await seedModels(ctx, { vendors: vendorDefaults, models: catalogueDefaults, values: {} })
  const temporal = await createTestNamespace()
  const bundle = await testBundle()
  const startWorkers = (queues: WorkerQueue[]) =>
    runWorkers(
      ctx,
      {
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: temporal.namespace,
        AI_SLOTS: 16,
        SWEEP_AFTER_MS: 600_000,
        QUEUES: queues,
      },
      bundle,
      options.mail ?? null,
    )
  const workers = [await startWorkers(options.queues ?? ['core', 'ai'])]
  const subscriber = createRedis(testRedisUrl(), ctx.log, 'subscriber')
  const hub = createProgressHub(subscriber)
  const sandbox = createSandboxControl(sandboxUrl)
  const start = (requested: RequestedGeneration) =>
    startGeneration(temporal.client.workflow, requested, 20_000, {
      retryMs: 50,
      raisePriorityAfterMs: 20_000,
    })
  return {
    ctx,
    temporal,
    hub,
    sandbox,
    sandboxUrl,
    async addUser() {
      const { user } = await domain.signUp()
      return parseId('user', user.id) ?? ''
    },
    async model(alias) {
      const row = await ctx.prisma.aiModel.findFirstOrThrow({
        where: { capability: 'text', alias, deletedAt: null },
      })
      return row.id
    },
    start,
    async generate(userId, input, modelId, tool = 'wechat-article') {
      const requestKey = crypto.randomUUID()
      const requested = await generateText(ctx, {
        userId,
        tool,
        input,
        modelId: modelId ?? null,
        requestKey,
      })
      await start(requested)
      return requested
    },
    async addWorkers(queues) {
      const added = await startWorkers(queues)
      workers.push(added)
      return added
    },
    async watch({ generationId, userId }, timeoutMs = 40_000) {
      const events: TrackedProgress[] = []
      const signal = AbortSignal.timeout(timeoutMs)
      for await (const event of followGeneration(ctx, hub, { generationId, userId, after: null, signal }))
        events.push(event)
      return events
    },
    async reset() {
      await sandbox.clear()
      const models = await ctx.prisma.aiModel.findMany({ select: { id: true, vendor: true, credentials: true } })
      await Promise.all(models.map((model) => resetCircuit(ctx, circuitOf(model))))
    },
    async close() {
      await Promise.all(workers.map((each) => each.shutdown()))
      subscriber.disconnect()
      await temporal.close()
      await domain.close()
      await ownSandbox.close()
    },
  }
}

/** What Temporal keeps of a generation, to be scanned and recorded. */
export async function historyOf(rig: TestRig, requested: RequestedGeneration) {
  const id = generationWorkflowId(requested.creationId, requested.ordinal)
  await rig.temporal.client.workflow.getHandle(id).result()
  return rig.temporal.client.workflow.getHandle(id).fetchHistory()
}

interface SandboxControl {
  /** The next calls of this vendor's model meet this fault. */
  behave(behaviour: {
    fault: string
    vendor?: string
    model?: string
    times?: number
    arg?: string | number
    afterChunks?: number
    delayMs?: number
  }): Promise<void>
  clear(): Promise<void>
}

function createSandboxControl(url: string): SandboxControl {
  const send = async (path: string, method: string, body?: unknown) => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`sandbox ${path}: ${response.status} ${await response.text()}`)
  }
  return {
    behave: (behaviour) => send('/__sandbox/behavior', 'POST', behaviour),
    clear: () => send('/__sandbox/behavior', 'DELETE'),
  }
}
