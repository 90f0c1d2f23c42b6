export const filesIds = { file: 'fil', fileUpload: 'upl' } as const
