import { z } from 'zod'

/** Speed and repeatability, changeable while the sandbox runs. */
export interface Settings {
  /** Wait before each piece of text, in milliseconds. */
  chunkDelayMs: number
  /** Wait before the first byte of a successful answer, in milliseconds. */
  firstByteMs: number
  /** The same request always gets the same prose; otherwise a per-process counter varies it. */
  deterministic: boolean
}

export const defaultSettings: Settings = { chunkDelayMs: 25, firstByteMs: 120, deterministic: false }

export const settingsPatch = z.strictObject({
  chunkDelayMs: z.number().int().min(0).max(60_000).optional(),
  firstByteMs: z.number().int().min(0).max(600_000).optional(),
  deterministic: z.boolean().optional(),
})
