import type { CardFont } from './card.ts'

/**
 * Widths in ems, not below those of Noto Sans CJK SC (as Chromium measures them): a line that is set by them fits. For places without fonts: tests, and
 * previews before the fonts are there.
 */
export function estimateWidth(text: string, { size, family, isBold }: CardFont): number {
  let ems = 0
  for (let at = 0; at < text.length; at += 1) ems += unitEms(text.charCodeAt(at), family === 'mono')
  return ems * size * (isBold ? 1.08 : 1)
}

/** Half a pair is half an em and a bit: emoji are wider than letters. */
function unitEms(code: number, isMono: boolean): number {
  if (code >= 0xd800 && code <= 0xdfff) return 0.65
  if (code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x300 && code <= 0x36f)) return 0
  if (code >= 0x2000 && code > 0x206f) return 1
  // The dash and the points of omission are as wide as two letters together.
  if (code >= 0x2000) return code === 0x2009 ? 0.2 : 1
  if (isMono) return 0.61
  if (code > 0x7f) return 0.66
  if (code === 32) return 0.28
  if ("iljtfr.,:;!|'()[]".includes(String.fromCharCode(code))) return 0.4
  if (code >= 65 && code <= 90) return code === 77 || code === 87 ? 0.92 : 0.75
  return '@%&mw'.includes(String.fromCharCode(code)) ? 0.95 : 0.62
}
