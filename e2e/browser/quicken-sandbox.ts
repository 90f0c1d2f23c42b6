import { browserStack } from './env.ts'

/** A person enjoys watching text appear; tests do not. Tests that need time to look ask for slow tokens themselves. */
export default async function quickenSandbox(): Promise<void> {
  const response = await fetch(`${browserStack.sandboxUrl}/__sandbox/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ firstByteMs: 10, chunkDelayMs: 2 }),
  })
  if (!response.ok) throw new Error(`the sandbox refused its settings: ${response.status} ${await response.text()}`)
}
