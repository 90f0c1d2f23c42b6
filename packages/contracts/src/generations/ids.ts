export const generationsIds = { generation: 'gen' } as const
