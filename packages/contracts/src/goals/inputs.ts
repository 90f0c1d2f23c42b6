import { z } from 'zod'

/** Words a day; null for no goal. */
export const setGoalInput = z.object({ words: z.number().int().min(100).max(50_000).nullable() })
export type SetGoalInput = z.output<typeof setGoalInput>
