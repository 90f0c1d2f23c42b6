export const imagesIds = { attachment: 'att' } as const
