export const creditsScopes = ['credits:read'] as const
