import type { Wording } from '../wording.ts'

export const imagesScopes = {
  image: {
    zh: '图片：生成、变体、编辑、放大和停止（会扣积分）',
    en: 'Pictures: make, vary, edit, enlarge and stop (costs credits)',
  },
} as const satisfies Record<string, Wording>
