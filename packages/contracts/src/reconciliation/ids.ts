export const reconciliationIds = { channelBill: 'bil', billFinding: 'fnd' } as const
