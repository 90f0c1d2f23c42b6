import type { StateBlock } from 'markdown-it'

/** What a line begins with, its indent aside, of either width. Rules ask it of every line before they look closer. */
export function firstCharacter({ src, bMarks, tShift }: StateBlock, line: number): string {
  let at = (bMarks[line] ?? 0) + (tShift[line] ?? 0)
  while (src.charAt(at) === '\u3000') at += 1
  return src.charAt(at)
}
