import type { StateBlock } from 'markdown-it'

/** What a line begins with, its indent aside, of either width. Rules ask it of every line before they look closer. */
export function firstCharacter(state: StateBlock, line: number): string {
  return state.src.charAt(firstOf(state, line))
}

/** Where that stands. */
export function firstOf({ src, bMarks, tShift }: StateBlock, line: number): number {
  let at = (bMarks[line] ?? 0) + (tShift[line] ?? 0)
  while (src.charCodeAt(at) === 0x3000) at += 1
  return at
}
