export const writingScopes = ['writing'] as const
