export const modelsIds = { model: 'mdl', usage: 'use' } as const
