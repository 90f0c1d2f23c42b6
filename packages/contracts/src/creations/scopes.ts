export const creationsScopes = ['creations:read', 'creations:write'] as const
