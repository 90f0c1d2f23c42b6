export const rewriteGoals = ['polish', 'shorter', 'longer', 'formal', 'casual', 'custom'] as const
export type RewriteGoal = (typeof rewriteGoals)[number]

export const rewriteStatuses = ['writing', 'ready'] as const
