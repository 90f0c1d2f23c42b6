export const publicationsIds = { publication: 'pub', platformAccount: 'pac' } as const
