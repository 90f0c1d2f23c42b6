export const modelsScopes = ['models:read'] as const
