import { z } from 'zod'

/**
 * What months of membership bring besides writing that costs nothing. Set on the plan, frozen with the order that buys them, and kept to the
 * end of what was paid: a plan that changes later changes nothing for them.
 */
export const planBenefits = z
  .object({
    /** Generations under way at once. */
    concurrency: z.number().int().min(1).max(1_000),
    /** Fair use: generations within 24 hours; beyond it nothing is charged. */
    dailyLimit: z.number().int().min(1).max(1_000_000),
    /** Models that others may not choose. */
    membersModels: z.boolean(),
    /** Their generations go first where there is a queue. */
    firstInQueue: z.boolean(),
    /** Their conversations are answered first. */
    firstInSupport: z.boolean(),
    /** Features that are opened to members before everybody. */
    earlyFeatures: z.boolean(),
  })
  .meta({ id: 'PlanBenefits' })
export type PlanBenefits = z.output<typeof planBenefits>
