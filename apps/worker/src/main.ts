import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadSdks } from '@mozhou/integrations/ai/load-sdks'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import { createFileWork } from '@mozhou/integrations/files/file-work'
import { filmTools } from '@mozhou/integrations/files/mark-movie'
import { pictureTools } from '@mozhou/integrations/files/picture-tools'
import { createSmtpMailer } from '@mozhou/integrations/mail/smtp-mailer'
import { createContext } from '@mozhou/domain/create-context'
import { watchEventLoop } from '@mozhou/domain/event-loop/watch-event-loop'
import { createLogger } from '@mozhou/domain/create-logger'
import { channelSettings } from '@mozhou/domain/orders/channel-settings'
import { createChannels } from '@mozhou/integrations/payments/registry'
import { createStorage } from '@mozhou/integrations/storage/registry'
import { storageSettings } from '@mozhou/domain/files/storage-settings'
import { createAppTokenStore } from '@mozhou/domain/publications/app-token-store'
import { publishingSettings } from '@mozhou/domain/publications/publishing-settings'
import { guardedFetch } from '@mozhou/integrations/guarded-fetch'
import { createPublishing } from '@mozhou/integrations/publishing/create-publishing'
import { makeMedia } from '@mozhou/integrations/publishing/make-media'
import { outages } from '@mozhou/domain/outages'
import { refuseNewerDatabase } from '@mozhou/domain/refuse-newer-database'
import { Runtime } from '@temporalio/worker'
import type { MailOffice } from './activities/mail.ts'
import { readEnvironment } from './env.ts'
import type { WorkerEnvironment } from './env.ts'
import { startProbes } from './probes.ts'
import { runWorkers } from './run-workers.ts'
import { createSdkMetrics } from './sdk-metrics.ts'
import { createTemporalLogger } from './temporal-logger.ts'

const env = readEnvironment()
const log = createLogger({ name: 'worker', level: env.LOG_LEVEL })
const fileWork = createFileWork({ mayWait: env.AI_SLOTS, timeLimitMs: env.FILE_TIME_LIMIT_SECONDS * 1_000 })
const ctx = createContext(env, {
  name: 'worker',
  log,
  poolSize: 16,
  redisUse: 'cache',
  models: modelFactories,
  channels: (values, clock) => createChannels(channelSettings(values), clock),
  files: { ...createStorage(storageSettings(env)), fileWork, pictureTools, filmTools },
  publishing: (values, parts) => ({
    ...createPublishing(publishingSettings(values), parts.clock, (platform) => createAppTokenStore(parts, platform)),
    makeMedia,
  }),
  callOut: guardedFetch,
})
await Promise.all([refuseNewerDatabase(ctx, env.NEWER_DATABASE), loadSdks()])
const { telemetryOptions, read: readSdkMetrics } = await createSdkMetrics()
// Signals are ours to handle: see stop().
Runtime.install({ logger: createTemporalLogger(log), shutdownSignals: [], telemetryOptions })
const bundlePath = fileURLToPath(import.meta.resolve('@mozhou/workflows/bundle'))
const mail = mailOf(env)
const workers = await runWorkers(ctx, env, { code: await readFile(bundlePath, 'utf8') }, mail)
const { HOST: host, WORKER_METRICS_PORT: port, QUEUES: queues } = env
const probes = await startProbes({ host, port, queues, isReady: workers.isReady, readSdkMetrics })
const eventLoop = watchEventLoop({ name: 'worker', underWay: workers.underWay })
log.info({ metricsPort: port, aiSlots: env.AI_SLOTS, queues }, 'worker is ready')

function mailOf(env: WorkerEnvironment): MailOffice | null {
  const {
    SMTP_URL: url,
    MAIL_FROM: from,
    WEB_ORIGIN: [webOrigin],
    ADMIN_ORIGIN: [adminOrigin],
  } = env
  if (url === undefined || from === undefined || webOrigin === undefined || adminOrigin === undefined) return null
  return { mailer: createSmtpMailer({ url, from, timeoutMs: outages['smtp.send'].deadlineMs }), webOrigin, adminOrigin }
}

let isStopping = false
/** New work stays with the server; what runs is finished or handed back within the grace period. */
async function stop(signal: string): Promise<void> {
  if (isStopping) return
  isStopping = true
  log.info({ signal }, 'worker is draining')
  await workers.shutdown()
  await probes.close()
  mail?.mailer.close()
  await eventLoop.close()
  await fileWork.close()
  await ctx.close()
  log.info('worker has stopped')
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
await workers.finished
await stop('finished')
