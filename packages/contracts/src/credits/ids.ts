export const creditsIds = { entry: 'ent' } as const
