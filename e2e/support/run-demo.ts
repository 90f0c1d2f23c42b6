import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm run demo` against the stack that `env` names. */
export function runDemo(env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const demo = fileURLToPath(new URL('../demo.ts', import.meta.url))
  const child = spawn(process.execPath, [demo], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const take = (chunk: Buffer) => {
    output += chunk.toString('utf8')
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
