export const accountsScopes = ['account:read'] as const
