import type { Wording } from '../wording.ts'

export const creationsScopes = {
  'creations:read': { zh: '读取作品、版本、小票和生成进度', en: 'Read creations, versions, receipts and progress' },
  'creations:write': { zh: '修改和删除作品', en: 'Change and delete creations' },
} as const satisfies Record<string, Wording>
