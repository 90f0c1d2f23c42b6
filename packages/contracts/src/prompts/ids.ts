export const promptsIds = { prompt: 'pmt' } as const
