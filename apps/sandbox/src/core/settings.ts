import { z } from 'zod'

const wait = (max: number) => z.number().int().min(0).max(max)

/** Speed and repeatability, changeable while the sandbox runs; waits are in milliseconds. */
const settings = z.strictObject({
  /** Before each piece of text. */
  chunkDelayMs: wait(60_000),
  /** Before the first byte of a successful answer. */
  firstByteMs: wait(600_000),
  /** `slow-first-byte` without a number. */
  slowFirstByteMs: wait(600_000),
  /** `slow-tokens` without a number. */
  slowTokensMs: wait(60_000),
  /** What a rate limit asks a client to wait. */
  retryAfterMs: wait(3_600_000),
  /** Until a task that was submitted has ended. */
  taskMs: wait(3_600_000),
  /** The same request always gets the same answer; otherwise a per-process counter varies it. */
  deterministic: z.boolean(),
})

export type Settings = z.infer<typeof settings>

export const settingsPatch = settings.partial()

export const defaultSettings: Settings = {
  chunkDelayMs: 25,
  firstByteMs: 120,
  slowFirstByteMs: 5000,
  slowTokensMs: 500,
  retryAfterMs: 1000,
  taskMs: 1500,
  deterministic: false,
}
