import { createServer, type Server } from 'node:http'
import { createSandbox } from './app.ts'
import { createMailbox, type Mailbox } from './mail/mailbox.ts'
import { EnvRefused, readEnv, type SandboxEnv } from './env.ts'

const drainMs = 3000

function log(entry: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), name: 'sandbox', ...entry })}\n`)
}

/** Lets answers under way finish for a moment, then closes what is left. */
function stopOnSignal(server: Server, mailbox: Mailbox): void {
  const stop = (signal: string) => {
    log({ level: 'info', message: 'stopping', signal })
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    void mailbox.close()
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

async function start({ port: wanted, smtpPort, host, ...settings }: SandboxEnv): Promise<void> {
  const onDefect = (cause: unknown) =>
    log({ level: 'error', message: 'defect', stack: cause instanceof Error ? cause.stack : String(cause) })
  const mailbox = createMailbox()
  if (smtpPort !== null) {
    const port = await mailbox.listen({ host, port: smtpPort })
    log({ level: 'info', message: 'takes mail', address: `smtp://${host}:${port}` })
  }
  const app = createSandbox({ settings, mailbox, onDefect })
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
  stopOnSignal(server, mailbox)
}

try {
  await start(readEnv())
} catch (cause) {
  if (!(cause instanceof EnvRefused)) throw cause
  process.stderr.write(`${cause.message}\n`)
  process.exitCode = 1
}
