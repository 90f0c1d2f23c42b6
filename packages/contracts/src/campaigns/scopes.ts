import type { Wording } from '../wording.ts'

/** To take part needs the person: no key checks in by itself. */
export const campaignsScopes = {
  'campaigns:read': { zh: '读取活动和签到记录', en: 'Read campaigns and check-ins' },
} as const satisfies Record<string, Wording>
