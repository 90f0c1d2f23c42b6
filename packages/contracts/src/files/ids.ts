export const filesIds = { file: 'fil' } as const
