import type { Wording } from '../wording.ts'

export const referralsScopes = {
  'referrals:read': { zh: '读取推广记录和返利', en: 'Read invitations and rebates' },
} as const satisfies Record<string, Wording>
