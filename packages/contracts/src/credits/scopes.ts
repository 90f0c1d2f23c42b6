import type { Wording } from '../wording.ts'

export const creditsScopes = {
  'credits:read': { zh: '读取积分、流水和会员状态', en: 'Read credits, ledger and membership' },
} as const satisfies Record<string, Wording>
