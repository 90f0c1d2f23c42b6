export const accountDeletionIds = { accountDeletion: 'del' } as const
