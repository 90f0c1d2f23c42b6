import type { Wording } from '../wording.ts'

export const publicationsScopes = {
  'publish:read': { zh: '读取发布记录和平台账号', en: 'Read publications and platform accounts' },
  'publish:write': { zh: '发布到已绑定的平台账号', en: 'Publish to connected platform accounts' },
  'publish:connect': {
    zh: '绑定平台账号（不含平台的授权页）',
    en: 'Connect platform accounts (without the platform’s own page)',
  },
} as const satisfies Record<string, Wording>
