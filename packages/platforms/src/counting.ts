/** How a platform counts. `half_width` counts a half-width character as ½, as 百家号's editor does. */
export const units = ['code_points', 'half_width', 'utf8_bytes', 'html_characters', 'html_bytes'] as const
export type TextUnit = (typeof units)[number]

export function countText(unit: TextUnit, text: string): number {
  switch (unit) {
    case 'code_points':
    case 'html_characters':
      return codePoints(text)
    case 'half_width':
      return halfWidths(text) / 2
    case 'utf8_bytes':
    case 'html_bytes':
      return utf8Bytes(text)
  }
}

/** An emoji of several joined parts counts as many: the platforms count so, whatever a reader sees. */
function codePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length - 1; at += 1) if (isPair(text, at)) count -= 1
  return count
}

/** ASCII and half-width katakana take one half, all else two. */
function halfWidths(text: string): number {
  let halves = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isHalf = code < 0x80 || (code >= 0xff61 && code <= 0xffdc)
    halves += isHalf ? 1 : 2
    if (isPair(text, at)) at += 1
  }
  return halves
}

/** A lone half of a pair is sent as U+FFFD, three bytes. */
function utf8Bytes(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else if (isPair(text, at)) {
      bytes += 4
      at += 1
    } else bytes += 3
  }
  return bytes
}

const isPair = (text: string, at: number) => {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff
}

/** A sentence keeps its own mark, a clause leaves the one that leads on, a word its space. */
const stops = [/^.*[。！？!?]/su, /^.*(?=[；;，,、：:|｜—])/su, /^.*(?=\s)/su] as const

/**
 * As much of a text as fits, ended at a sentence, a clause or a word where one ends in its last two fifths, and never within a character that is
 * seen as one. For what is proposed and for what is derived; nothing that a person wrote is shortened by it unasked.
 */
export function fitText(text: string, limit: number, unit: TextUnit): string {
  if (countText(unit, text) <= limit) return text
  let fitted = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (countText(unit, fitted + segment) > limit) break
    fitted += segment
  }
  for (const stop of stops) {
    const stopped = stop.exec(fitted)?.[0].trimEnd() ?? ''
    if (countText(unit, stopped) >= limit * 0.6) return stopped
  }
  return fitted.trimEnd()
}
