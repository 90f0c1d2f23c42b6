export const renewalsIds = { renewal: 'rnw' } as const
