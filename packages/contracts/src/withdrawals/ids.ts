export const withdrawalsIds = { withdrawal: 'wdr' } as const
