export const apiKeysIds = { apiKey: 'key' } as const
