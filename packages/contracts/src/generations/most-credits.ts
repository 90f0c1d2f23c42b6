import { z } from 'zod'

/** More than anything costs. */
const aboveAnyPrice = 1_000_000

/** What the caller was told: all of it may cost this much, and when it costs more by now, nothing is begun. */
export const mostCreditsField = z
  .number()
  .int()
  .min(0)
  .max(aboveAnyPrice)
  .meta({ examples: [40] })
  .nullish()
