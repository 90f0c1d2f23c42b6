import type { ImageStyle } from '@mozhou/contracts/images/kinds'

/** Stored with every version; raise it with every change of these words. */
export const styleEdition = 1

/** What a style is called before a model. */
const words: Record<ImageStyle, string> = {
  none: '',
  photo: '写实摄影风格，自然光，真实质感',
  illustration: '精致插画风格，线条流畅，色彩协调',
  flat: '扁平化矢量风格，几何造型，大色块',
  watercolour: '水彩画风格，笔触通透，纸张纹理',
  ink: '中国水墨画风格，留白，墨色浓淡相宜',
  anime: '日系动漫风格，赛璐璐上色',
  clay: '3D 黏土风格，柔和布光，圆润造型',
  minimal: '极简风格，大面积留白，单一主体',
  poster: '海报设计风格，构图醒目，对比强烈',
}

/** A person's words with those of the style behind them. */
export function withStyle(prompt: string, style: ImageStyle): string {
  return [prompt, words[style]].filter((part) => part !== '').join('。')
}
