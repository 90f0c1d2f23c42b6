import { z } from 'zod'
import type { Page } from '../page.ts'
import { answer } from './answer.ts'

/** An instant, ISO 8601 in UTC. */
export const instantAnswer = z.iso.datetime()

export function pageAnswer<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }) satisfies z.ZodType<Page<z.output<Item>>>
}

export const okAnswer = answer<{ ok: true }>()(z.object({ ok: z.literal(true) }))

/** What every error looks like over REST. */
export interface RestErrorDto {
  error: {
    code: string
    /** In the language of Accept-Language. */
    message: string
    fields: { path: string; rule: string; message: string }[]
    requestId: string
  }
}

export const restErrorAnswer = answer<RestErrorDto>()(
  z.object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
      requestId: z.string(),
    }),
  }),
)
