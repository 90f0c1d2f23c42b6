import { readFileSync } from 'node:fs'
import type { Child, Exit } from '../../tools/launcher/child.mjs'
import type { Session } from '../../tools/launcher/session.mjs'

/** One process of a private stack, whose life and death are the test's. */
export interface Part {
  readonly name: string
  /** Resolves when it answers. On the data it had. */
  start(): Promise<void>
  /** SIGKILL; gone when this resolves. */
  kill(): Promise<void>
  /** SIGSTOP: its sockets stay open, and nobody answers. */
  freeze(): void
  /** SIGCONT. */
  thaw(): void
  /** The polite signal. Rejects when it had to be killed after its grace period. */
  stop(): Promise<Exit>
  isRunning(): boolean
  pid(): number
  /** What it wrote since its last start. */
  log(): string
}

/**
 * `open` is one of the launcher's starts: it makes the child `name` in the session it is given. The session handed to it ends as
 * soon as the child is ready, so that the launcher does not start a dead one again.
 */
export function createPart(session: Session, name: string, open: (session: Session) => Promise<unknown>): Part {
  let child: Child | null = null
  const living = () => {
    if (child && !child.exit()) return child
    throw new Error(`${name} does not run`)
  }
  return {
    name,
    async start() {
      if (child && !child.exit()) throw new Error(`${name} runs already`)
      child = await openOnce(session, name, open)
    },
    async kill() {
      const { pid, exited } = living()
      process.kill(-pid, 'SIGKILL')
      await exited
    },
    freeze: () => void process.kill(-living().pid, 'SIGSTOP'),
    thaw: () => void process.kill(-living().pid, 'SIGCONT'),
    async stop() {
      const stopping = living()
      if ((await stopping.stop()) === 'killed') throw new Error(`${name} did not end within its grace period`)
      return stopping.exited
    },
    isRunning: () => child !== null && !child.exit(),
    pid: () => living().pid,
    log: () => (child ? readFileSync(child.logFile, 'utf8') : ''),
  }
}

async function openOnce(session: Session, name: string, open: (session: Session) => Promise<unknown>): Promise<Child> {
  const controller = new AbortController()
  const children: Child[] = []
  const own: Session = {
    ...session,
    children,
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
  }
  try {
    await open(own)
  } catch (error) {
    controller.abort()
    await Promise.all(children.filter((child) => !child.exit()).map((child) => child.stop()))
    throw error
  }
  controller.abort()
  const child = children.find((one) => one.spec.name === name)
  if (!child) throw new Error(`the start of ${name} made no child of that name`)
  return child
}
