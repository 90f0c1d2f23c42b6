import { z } from 'zod'
import type { Page } from './page.ts'
import type { Wording } from './wording.ts'

/**
 * What every module's answers are made of. An answer's schema is the source of its DTO, which is `z.output` of it. Pages of the apps import
 * the types alone.
 */

/** An instant, ISO 8601 in UTC. */
export const instantAnswer = z.iso.datetime()
/** A day on Shanghai's calendar. */
export const dayAnswer = z.iso.date().meta({ examples: ['2026-11-27'] })
export const countAnswer = z.number().int()
export const wordingAnswer = z.object({ zh: z.string(), en: z.string() }) satisfies z.ZodType<Wording>
/** A form or a result, whose shape is its tool's affair. */
export const recordAnswer = z.record(z.string(), z.unknown())

/** For what has nothing to tell but that it was done. */
export const okAnswer = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' })

export function pageAnswer<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }) satisfies z.ZodType<Page<z.output<Item>>>
}

/** A file made by the server, for the browser to save. */
export const fileAnswer = z.object({
  name: z.string(),
  mediaType: z.string(),
  text: z.string(),
  /** Rows beyond the limit are left out, the oldest first. */
  isTruncated: z.boolean(),
})
export type FileDto = z.output<typeof fileAnswer>
