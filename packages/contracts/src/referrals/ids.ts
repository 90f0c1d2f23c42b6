export const referralsIds = { rebate: 'rbt', referralRule: 'rfr', rebateBatch: 'rbb' } as const
