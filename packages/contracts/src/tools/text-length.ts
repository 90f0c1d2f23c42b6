/** How a text is counted: by characters, or as 小红书 counts titles. */
export type LengthRule = 'characters' | 'xiaohongshu'

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })
/** Letters, digits and signs of half width. */
const halfWidth = /^[\u{20}-\u{7e}\u{ff61}-\u{ff9f}]$/u

/** In 小红书 a character is what a reader sees as one, an emoji of several signs too; two of half width are one, and one left over is one. */
export function textLength(text: string, rule: LengthRule): number {
  if (rule === 'characters') return Array.from(text).length
  let halves = 0
  for (const { segment } of segmenter.segment(text)) halves += halfWidth.test(segment) ? 1 : 2
  return Math.ceil(halves / 2)
}
