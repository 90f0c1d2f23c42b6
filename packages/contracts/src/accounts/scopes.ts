import type { Wording } from '../wording.ts'

export const accountsScopes = {
  'account:read': { zh: '读取个人资料', en: 'Read the profile' },
} as const satisfies Record<string, Wording>
