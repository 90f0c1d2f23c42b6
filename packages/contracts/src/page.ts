import { z } from 'zod'

/** Lists are paged by an opaque cursor; newest first. */
export const pageInput = z.object({
  cursor: z
    .string()
    .max(200)
    // What it says is for the list to judge.
    .meta({ pattern: '^[A-Za-z0-9_-]+$' })
    .nullish(),
  limit: z.number().int().min(1).max(100).default(20),
})
export type PageInput = z.output<typeof pageInput>

/** For lists of operators, who may have them as files: a bigger page costs less than ten small ones. */
export const operatorPageInput = pageInput.extend({ limit: z.number().int().min(1).max(1_000).default(20) })

export interface Page<T> {
  items: T[]
  /** Give it back as `cursor` for the next page; null at the end. */
  nextCursor: string | null
}
