import type { Wording } from '../wording.ts'

export const publicationsScopes = {
  'publish:read': { zh: '读取发布记录和平台账号', en: 'Read publications and platform accounts' },
  'publish:write': { zh: '发布到已绑定的平台账号', en: 'Publish to connected platform accounts' },
} as const satisfies Record<string, Wording>
