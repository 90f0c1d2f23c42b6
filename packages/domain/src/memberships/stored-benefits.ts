import { planBenefits } from '@mozhou/contracts/memberships/benefits'
import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'

/** Of a plan, an order, a renewal or a period: a check of the database holds all four to this shape. */
export function storedBenefits(stored: unknown): PlanBenefits {
  return planBenefits.parse(stored)
}
