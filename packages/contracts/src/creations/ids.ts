export const creationsIds = { creation: 'cre', version: 'ver' } as const
