import type { Wording } from '../wording.ts'

/** What a work of pictures begins with. Free of zod: pages import it. */
export const imageTools = {
  'text-to-image': {
    title: { zh: '文生图', en: 'Text to image' },
    description: { zh: '用一句话或一篇作品生成图片', en: 'Pictures from words, or from a work' },
  },
  'image-variation': {
    title: { zh: '图片变体', en: 'Variations' },
    description: { zh: '在原图基础上换几种样子', en: 'Others like this picture' },
  },
  'image-edit': {
    title: { zh: '图片编辑', en: 'Edit a picture' },
    description: { zh: '局部重绘、换风格、换背景或去背景', en: 'Repaint a part, change style or background' },
  },
  'image-upscale': {
    title: { zh: '图片放大', en: 'Enlarge' },
    description: { zh: '放大 2 倍或 4 倍', en: 'Two or four times as large' },
  },
} as const satisfies Record<string, { title: Wording; description: Wording }>

export type ImageToolKey = keyof typeof imageTools
export const imageToolKeys = Object.keys(imageTools) as [ImageToolKey, ...ImageToolKey[]]
