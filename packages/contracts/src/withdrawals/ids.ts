export const withdrawalsIds = { withdrawal: 'wdr', payeeBinding: 'pbd' } as const
