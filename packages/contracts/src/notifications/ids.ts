export const notificationsIds = { notification: 'ntf' } as const
