import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'

export function areSameBenefits(left: PlanBenefits, right: PlanBenefits): boolean {
  return (
    left.concurrency === right.concurrency &&
    left.dailyLimit === right.dailyLimit &&
    left.membersModels === right.membersModels &&
    left.firstInQueue === right.firstInQueue &&
    left.firstInSupport === right.firstInSupport &&
    left.earlyFeatures === right.earlyFeatures
  )
}

/** What a renewal brings: no less than was agreed to, and what has become better since. */
export function betterBenefits(agreed: PlanBenefits, now: PlanBenefits): PlanBenefits {
  return {
    concurrency: Math.max(agreed.concurrency, now.concurrency),
    dailyLimit: Math.max(agreed.dailyLimit, now.dailyLimit),
    membersModels: agreed.membersModels || now.membersModels,
    firstInQueue: agreed.firstInQueue || now.firstInQueue,
    firstInSupport: agreed.firstInSupport || now.firstInSupport,
    earlyFeatures: agreed.earlyFeatures || now.earlyFeatures,
  }
}
