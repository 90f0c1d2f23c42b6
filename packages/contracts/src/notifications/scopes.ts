import type { Wording } from '../wording.ts'

export const notificationsScopes = {
  'notifications:read': { zh: '读取消息通知', en: 'Read notifications' },
} as const satisfies Record<string, Wording>
