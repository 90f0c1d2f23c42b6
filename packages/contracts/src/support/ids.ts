export const supportIds = { conversation: 'sup', supportMessage: 'smg' } as const
