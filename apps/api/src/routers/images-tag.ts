import type { Wording } from '@mozhou/contracts/wording'

export const imagesTag: Wording = { zh: '图片生成', en: 'Images' }
