import { z } from 'zod'

export const stagesInAll = 2

const stored = z.object({ numbers: z.array(z.number()) })
const form = z.object({
  /** Stages up to this one may be made; later ones wait until the row says more. */
  open: z.number(),
  /** The stage that no model can make. */
  failing: z.number().optional(),
})

export function readStored(plan: unknown): z.output<typeof stored> {
  return plan === null ? { numbers: [] } : stored.parse(plan)
}

export const readForm = (input: unknown): z.output<typeof form> => form.parse(input)
