import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface MovedClock {
  /** For the processes of the stack; the machine's time until it is moved. */
  env: Record<string, string>
  /** What they take for now. */
  now(): Date
  /** Forward only, as time goes. */
  advance(ms: number): Promise<void>
  remove(): void
}

/** A clock for a stack of its own, which no other test sees. */
export function createMovedClock(): MovedClock {
  const folder = mkdtempSync(join(tmpdir(), 'mozhou-clock-'))
  const file = join(folder, 'ahead-ms')
  let aheadMs = 0
  writeFileSync(file, '0')
  const preload = new URL('moved-clock-preload.ts', import.meta.url).href
  return {
    env: { NODE_OPTIONS: `--import=${preload}`, MOVED_CLOCK_FILE: file },
    now: () => new Date(Date.now() + aheadMs),
    async advance(ms) {
      aheadMs += ms
      writeFileSync(file, String(aheadMs))
      // Each process looks again within this time.
      await pause(100)
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
