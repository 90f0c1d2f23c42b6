import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The creators' app as it was built, in front of the API of a private stack whose environment this is. */
export async function startWebPreview(env: NodeJS.ProcessEnv): Promise<{ url: string; close(): Promise<void> }> {
  const port = env['WEB_PORT'] ?? ''
  const url = `http://127.0.0.1:${port}`
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  const args = [vite, 'preview', '--host', '127.0.0.1', '--port', port, '--strictPort']
  const child = spawn(process.execPath, args, { cwd: `${root}apps/web`, env, stdio: 'ignore' })
  await until('the web app', async () => {
    const answer = await fetch(url).catch(() => null)
    return answer?.ok ? true : undefined
  })
  return {
    url,
    async close() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}
