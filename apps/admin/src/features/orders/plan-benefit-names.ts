/** Benefits of a plan that are there or not. */
export const benefitSwitches = ['membersModels', 'firstInQueue', 'firstInSupport', 'earlyFeatures'] as const
