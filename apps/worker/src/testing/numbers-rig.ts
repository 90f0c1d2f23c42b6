import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseId } from '@mozhou/contracts/ids'
import type { AssembledContext } from '@mozhou/domain/create-context'
import { requestGeneration } from '@mozhou/domain/generations/request-generation'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { createRedis } from '@mozhou/domain/redis-client'
import { seedModels } from '@mozhou/domain/seed/models'
import { ownRedisUrl } from '@mozhou/domain/testing/env'
import { numbersFulfilment } from '@mozhou/domain/testing/numbers/fulfilment'
import { createTestDomain, testSecretKeys } from '@mozhou/domain/testing/test-domain'
import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { testBundle } from '@mozhou/workflows/testing/test-bundle'
import { startGeneration } from '@mozhou/workflows/client'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import { createTestNamespace } from '@mozhou/workflows/testing/test-namespace'
import type { TestNamespace } from '@mozhou/workflows/testing/test-namespace'

const workerPath = fileURLToPath(new URL('./numbers-worker.ts', import.meta.url))
const sandboxUrl = 'http://127.0.0.1:9'

export interface NumbersRig {
  ctx: AssembledContext
  temporal: TestNamespace
  addUser(): Promise<string>
  /** Asks for two numbers; stages beyond `open` wait. */
  request(userId: string, form: { open: number; failing?: number }): Promise<RequestedGeneration>
  /** Lets the stages up to `open` be made. */
  open(requested: RequestedGeneration, open: number): Promise<void>
  /** What the workflow answers at its end. */
  result(requested: RequestedGeneration): Promise<unknown>
  startWorker(): Promise<ChildProcess>
  close(): Promise<void>
}

/** The frame with a kind of creation that only tests know, its worker in a process that can be killed. */
export async function createNumbersRig(): Promise<NumbersRig> {
  const domain = await createTestDomain()
  const { prisma } = domain.ctx
  // As the migration of a new kind would.
  await prisma.$executeRaw`ALTER TABLE creations DROP CONSTRAINT creations_kind_check`
  const settings = { ...domain.ctx.settings, sandboxUrl }
  const ctx: AssembledContext = { ...domain.ctx, settings, fulfilments: { numbers: numbersFulfilment } }
  await seedModels(ctx, { vendors: vendorDefaults, models: catalogueDefaults, values: {} })
  const temporal = await createTestNamespace()
  const folder = await mkdtemp(join(tmpdir(), 'mozhou-numbers-'))
  const bundle = join(folder, 'bundle.js')
  await writeFile(bundle, (await testBundle()).code)
  const redisUrl = ownRedisUrl()
  const redis = createRedis(redisUrl, domain.ctx.log, 'command')
  await redis.flushdb()
  redis.disconnect()
  const workers: ChildProcess[] = []
  const env = {
    DATABASE_URL: domain.databaseUrl,
    REDIS_URL: redisUrl,
    CREDENTIALS_KEYS: testSecretKeys,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SANDBOX_URL: sandboxUrl,
    LOG_LEVEL: 'warn',
  }
  return {
    ctx,
    temporal,
    async addUser() {
      const { user } = await domain.signUp()
      return parseId('user', user.id) ?? ''
    },
    async request(userId, form) {
      const requested = await requestGeneration(ctx, {
        userId,
        press: { requestKey: crypto.randomUUID(), fingerprint: new Uint8Array(32) },
        creationKind: 'numbers',
        kind: 'generate',
        tool: 'numbers',
        creationId: null,
        title: '两个数',
        input: form,
        baseVersionId: null,
        pickedModelId: null,
        usualModelId: null,
      })
      await startGeneration(temporal.client.workflow, requested, 30_000, { retryMs: 50, raisePriorityAfterMs: 20_000 })
      return requested
    },
    async open({ generationId }, open) {
      await prisma.generation.update({ where: { id: generationId }, data: { input: { open } }, select: { id: true } })
    },
    result: ({ creationId, ordinal }) =>
      temporal.client.workflow.getHandle(generationWorkflowId(creationId, ordinal)).result(),
    async startWorker() {
      const worker = fork(workerPath, [bundle], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      workers.push(worker)
      await once(worker, 'message')
      return worker
    },
    async close() {
      for (const worker of workers) worker.kill('SIGKILL')
      await temporal.close()
      await domain.close()
      await rm(folder, { recursive: true })
    },
  }
}
