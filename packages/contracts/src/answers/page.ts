import { z } from 'zod'
import type { Page } from '../page.ts'

export function pageAnswer<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }) satisfies z.ZodType<Page<z.output<Item>>>
}
