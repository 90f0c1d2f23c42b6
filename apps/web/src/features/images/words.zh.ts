import { compareZh, maskZh, treeZh } from './parts.zh.ts'

/** Pictures, in Chinese: the source dictionary. */
export const imagesZh = {
  images: {
    pixels: (count: string) => `${count} 像素`,
    mask: maskZh,
    compare: compareZh,
    tree: treeZh,
  },
}
