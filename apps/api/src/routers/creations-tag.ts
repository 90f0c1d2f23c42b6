import type { Wording } from '@mozhou/contracts/wording'

export const creationsTag: Wording = { zh: '创作记录', en: 'Creations' }
