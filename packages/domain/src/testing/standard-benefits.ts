import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'

/** What the plans begin with, and days bring that were given: the database's default. */
export const standardBenefits: PlanBenefits = {
  concurrency: 5,
  dailyLimit: 500,
  membersModels: true,
  firstInQueue: true,
  firstInSupport: true,
  earlyFeatures: true,
}
