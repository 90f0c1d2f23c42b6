import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Baseline {
  url: string
  pid(): number
  close(): Promise<void>
}

/** The baseline's process, beside a stack whose database and sandbox it uses. */
export async function startBaseline(env: NodeJS.ProcessEnv): Promise<Baseline> {
  const child = fork(fileURLToPath(new URL('baseline-server.ts', import.meta.url)), { env: { ...process.env, ...env } })
  const gone = once(child, 'exit')
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [{ port: number } | number | null]
  if (message === null || typeof message === 'number') throw new Error(`the baseline ended with ${message}`)
  return {
    url: `http://127.0.0.1:${message.port}`,
    pid: () => child.pid ?? 0,
    async close() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
