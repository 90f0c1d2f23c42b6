/** What the platform's editor takes of a title, as it counts. */
export const titleLimit = { most: 20, by: 'xiaohongshu' } as const
