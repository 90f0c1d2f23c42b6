import type { Wording } from '@mozhou/contracts/wording'

export const publicationsTag: Wording = { zh: '发布', en: 'Publishing' }
