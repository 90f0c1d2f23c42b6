import { compareEn, maskEn, treeEn } from './parts.en.ts'
import type { imagesZh } from './words.zh.ts'

export const imagesEn = {
  images: {
    pixels: (count) => `${count} px`,
    mask: maskEn,
    compare: compareEn,
    tree: treeEn,
  },
} satisfies typeof imagesZh
