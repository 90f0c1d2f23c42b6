import { createServer, type Server } from 'node:http'
import { createSandbox } from './app.ts'
import { EnvRefused, readEnv, type SandboxEnv } from './env.ts'

const drainMs = 3000

function log(entry: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), name: 'sandbox', ...entry })}\n`)
}

/** Lets answers under way finish for a moment, then closes what is left. */
function stopOnSignal(server: Server): void {
  const stop = (signal: string) => {
    log({ level: 'info', message: 'stopping', signal })
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function start({ port: wanted, host, ...settings }: SandboxEnv): void {
  const onDefect = (cause: unknown) =>
    log({ level: 'error', message: 'defect', stack: cause instanceof Error ? cause.stack : String(cause) })
  const app = createSandbox({ settings, onDefect })
  const server = createServer(app)
  server.keepAliveTimeout = 65_000
  server.on('error', (cause) => {
    log({ level: 'error', message: `cannot listen on ${host}:${wanted}: ${cause.message}` })
    process.exit(1)
  })
  server.listen(wanted, host, () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : wanted
    log({
      level: 'info',
      message: 'listening',
      address: `http://${host}:${port}`,
      control: `http://${host}:${port}/__sandbox`,
    })
  })
  stopOnSignal(server)
}

try {
  start(readEnv())
} catch (cause) {
  if (!(cause instanceof EnvRefused)) throw cause
  process.stderr.write(`${cause.message}\n`)
  process.exitCode = 1
}
