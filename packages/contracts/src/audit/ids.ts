export const auditIds = { audit: 'aud' } as const
