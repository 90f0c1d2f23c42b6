import type { Wording } from '@mozhou/contracts/wording'

export const filesTag: Wording = { zh: '文件', en: 'Files' }
