export const accountsIds = { user: 'usr', session: 'ses' } as const
