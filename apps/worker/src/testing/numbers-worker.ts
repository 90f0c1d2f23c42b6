import { readFile } from 'node:fs/promises'
import { createContext } from '@mozhou/domain/create-context'
import { createLogger } from '@mozhou/domain/create-logger'
import { noModels } from '@mozhou/domain/no-models'
import { numbersFulfilment } from '@mozhou/domain/testing/numbers/fulfilment'
import { quietRuntime } from '@mozhou/workflows/testing/quiet-runtime'
import { Runtime } from '@temporalio/worker'
import { readEnvironment } from '../env.ts'
import { runWorkers } from '../run-workers.ts'

// A worker in a process of its own, to be killed: `node numbers-worker.ts <bundle>`. It knows the kind that only tests know.
const [bundlePath] = process.argv.slice(2)
if (bundlePath === undefined) throw new Error('usage: numbers-worker.ts <workflow bundle>')
const env = readEnvironment()
const log = createLogger({ name: 'numbers', level: env.LOG_LEVEL })
const models = noModels('numbers call no vendor')
const context = createContext(env, { name: 'numbers', log, poolSize: 8, redisUse: 'cache', models })
const ctx = { ...context, fulfilments: { numbers: numbersFulfilment } }
Runtime.install({ ...quietRuntime, shutdownSignals: [] })
const workers = await runWorkers(ctx, env, { code: await readFile(bundlePath, 'utf8') })
process.send?.('ready')
await workers.finished
